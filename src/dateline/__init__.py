"""A timeline generator whose every date and every quotation is checked."""
