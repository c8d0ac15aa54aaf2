import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks PDF files with veraPDF: {@code Vera ua1,3a file.pdf ...}
 *
 * <p>Prints a line for each file and flavour, {@code PASS} or {@code FAIL}, flavour and file, separated by tabs; after
 * a failure, indented, each rule that was broken, how often, and where first.
 */
public final class Vera {
    private static final int FAILURES_SHOWN = 20;

    private Vera() {
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("no such flavour");
            }
            flavours.add(flavour);
        }
        boolean sound = true;
        for (int i = 1; i < arguments.length; i++) {
            sound &= check(new File(arguments[i]), flavours);
        }
        System.exit(sound ? 0 : 1);
    }

    /** Reads a file once, and holds what it finds against the rules of each flavour. */
    private static boolean check(File file, List<PDFAFlavour> flavours) throws Exception {
        boolean sound = true;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavours.get(0));
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavours, FAILURES_SHOWN, false, true, false)) {
            parser.setFlavours(flavours);
            for (ValidationResult result : validator.validateAll(parser)) {
                String flavour = result.getPDFAFlavour().getId();
                System.out.println((result.isCompliant() ? "PASS" : "FAIL") + "\t" + flavour + "\t" + file.getName());
                if (!result.isCompliant()) {
                    report(result);
                    sound = false;
                }
            }
        }
        return sound;
    }

    private static void report(ValidationResult result) {
        Map<String, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(), assertion);
            }
        }
        first.forEach((rule, assertion) -> System.out.println("    " + rule
                + " x" + result.getFailedChecks().get(assertion.getRuleId())
                + ": " + assertion.getMessage()
                + " @ " + assertion.getLocation().getContext()
                + " " + assertion.getErrorMessage()));
    }
}
