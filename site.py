"""The Ford–Xiaomi rumour, told with its sources: this repository's own site.

`python site.py build` and `dateline build` do the same.
"""

# Under a debugger, Python may load this file in place of its own module "site". Then run that module, too.
if __name__ == "site":
    import os
    from pathlib import Path

    exec(Path(os.__file__).with_name("site.py").read_text(encoding="utf-8"))

from dateline import Site

site = Site(
    title="The Ford–Xiaomi rumour, day by day",
    dek=(
        "On the last Saturday of January 2026 the Financial Times reported that Ford had talked with Xiaomi "
        "about building electric cars in America. Within two days both companies had denied it. Five "
        "articles cover the story, and they disagree on what was said, by whom and when."
    ),
    url="https://example.github.io/ford-xiaomi/",
    language="en",
    author="The dateline authors",
    license="CC BY 4.0",
    theme="editorial",
    date_order="day-month",
)

if __name__ == "__main__":
    raise SystemExit(site.run())
