"""What a run of several briefs came to, in a line."""


def summary(written: int, unchanged: int, warned: int, failed: int) -> str:
    """“100 briefs: 97 written, 2 unchanged, 1 failed.” Of the unchanged ones, `warned` had warnings when they were
    made."""
    number = written + unchanged + failed
    as_before = f" ({warned} of them with warnings as before; `--force` shows them)" if warned else ""
    if warned and unchanged == 1:
        as_before = ", with warnings as before (`--force` shows them)"
    if number == 1 and unchanged:
        return f"1 brief: unchanged{as_before}."
    counts = [
        f"{written} written" if written else "",
        f"{unchanged} unchanged{as_before}" if unchanged else "",
        f"{failed} failed" if failed else "",
    ]
    return f"{number} brief{'' if number == 1 else 's'}: {', '.join(filter(None, counts))}."
