"""How an HTML file looks: on a screen, and on A4 where it is printed."""

STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font: 1.05rem/1.45 "Times New Roman", "Liberation Serif", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: break-word; }
h1, h2 { text-align: center; line-height: 1.25; }
h1 { font-size: 1.3rem; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.15rem; margin: 1.25rem 0 .9rem; }
h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.1rem 0 .6rem; }
p { margin: .6rem 0; }
ol, ul { margin: .6rem 0; padding: 0; list-style: none; }
li { margin: .45rem 0; padding-inline-start: 2.6em; }
.marker { display: inline-block; min-width: 2.35em; margin-inline-start: -2.6em; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 .5rem; font-size: .95rem; line-height: 1.3; }
th, td { border: 1px solid #555; padding: .3rem .45rem; vertical-align: top; text-align: start; font-weight: normal; }
thead th, .title th { font-weight: bold; background: #eee; }
hr { border: 0; border-top: 1px solid #999; margin: 2rem 0; }
.letterhead, .organ, .status { text-align: center; font-weight: bold; }
.letterhead { font-size: 1.3rem; }
.number, .addressee { font-weight: bold; }
.addressee { margin-top: 1.8rem; }
.enclosure { font-style: italic; }
.place-date { text-align: end; }
.chairmanship { text-align: end; font-style: italic; }
.note, .generated { font-size: .88rem; font-style: italic; }
.generated { color: #444; }
.closing { margin-top: 1.8rem; }
@page { size: A4; margin: 22mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); } }
@media print {
  body { font-size: 11.5pt; }
  main { max-width: none; padding: 0; }
  p, li { orphans: 2; widows: 2; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .title { break-after: avoid; }
  thead th, .title th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  hr { break-after: page; border: 0; margin: 0; }
}
"""

# What else holds where a table needs the page to lie on its side.
WIDE = """main { max-width: 74rem; }
@page { size: A4 landscape; }
"""
