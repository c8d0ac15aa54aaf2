"""What every part uses: diagnostics, source files, suggestions, differences, and text for XML."""
