// The look of the pages of a packet: light and dark, readable on paper, nothing loaded from anywhere.

/** The one style sheet; its digest stands in each page's policy. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#171c24;--quiet:#4f5763;--paper:#fff;--tint:#f4f6f8;--line:#d5d9de;--link:#0b4587;--warn:#8a1a10;--warn-tint:#fdf3f0}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebef;--quiet:#aab2bd;--paper:#14181d;--tint:#1d232a;--line:#38404a;--link:#8fc0ff;--warn:#ffb0a3;--warn-tint:#33201d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Noto Sans",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.training{position:sticky;top:0;z-index:1;margin:0;padding:.4rem 1.25rem;background:#facc33;color:#171c24;text-align:center;font-size:.9rem}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
footer{padding-bottom:3rem;color:var(--quiet);font-size:.85rem}
h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .4rem}
h2{font-size:1.15rem;margin:2.4rem 0 .6rem}
h3{font-size:.95rem;margin:0}
.city{margin:0;color:var(--quiet);font-weight:600;letter-spacing:.02em}
.lead{margin:0 0 1.2rem;color:var(--quiet)}
.note,.warning{margin:.8rem 0;padding:.7rem .9rem;background:var(--tint);border-inline-start:3px solid var(--line)}
.warning{background:var(--warn-tint);border-color:var(--warn)}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1rem;margin:.6rem 0;font-size:.9rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
article{padding:1.1rem 0;border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 14rem}
article p{margin:.15rem 0}
.meta{color:var(--quiet);font-size:.85rem}
.state{color:var(--warn);font-weight:600}
.text{margin:.6rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
figure{margin:.8rem 0}
figure img{display:block;max-width:100%;max-height:22rem;border:1px solid var(--line)}
figcaption{font-size:.8rem;color:var(--quiet);overflow-wrap:anywhere}
code{font-size:.85em;overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
nav ul{list-style:none;padding:0}
nav li{padding:.2rem 0}
[hidden]{display:none!important}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.6rem 0}
th,td{text-align:start;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
caption{text-align:start}
tbody th{font-weight:400}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.wide{overflow-x:auto}
.letter{padding:1rem 1.2rem;border:1px solid var(--line)}
.letter p{margin:.5rem 0;white-space:pre-wrap}
.thread{margin-top:1.6rem;color:var(--quiet)}
form{margin:.8rem 0;padding:1rem 1.2rem;background:var(--tint);border:1px solid var(--line)}
form.over{outline:3px dashed var(--link)}
label{display:block;font-weight:600;margin:.6rem 0 .25rem}
input[type=search],input[type=text]{width:100%;font:inherit;padding:.45rem .6rem;color:var(--ink);background:var(--paper);border:1px solid var(--quiet)}
#check-digest{font-family:ui-monospace,Consolas,monospace;font-size:.9rem}
input[aria-invalid=true]{border-color:var(--warn)}
button{font:inherit;font-weight:600;margin:.9rem 0 .2rem;padding:.5rem 1.2rem;border:1px solid var(--link);background:var(--link);color:var(--paper)}
button:disabled{opacity:1;background:var(--tint);color:var(--quiet);border-color:var(--line)}
input:focus-visible,button:focus-visible{outline:2px solid var(--link);outline-offset:2px}
progress{width:100%}
.verdict{font-weight:600;font-size:1.05rem}
.bad{color:var(--warn)}
video,audio{display:block;max-width:100%;max-height:22rem}
@media (max-width:32rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
@media print{form,.skip{display:none}article{break-inside:avoid;content-visibility:visible}header{padding-top:0}}
`
