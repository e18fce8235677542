extension Stylesheet {
    /// The mark as the icon of the pages, so that browsers ask for no other.
    static let icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M0 0h16v16H0z' fill='%23d0d7de'/%3E%3Cpath d='M0 0h16L0 16z' fill='%230b5cad'/%3E%3C/svg%3E"

    /// What the pages of frameworks need beside the common look: a wide page, cards, tables, charts, and paper.
    static let framework = """
        :root{--s1:#0b5cad;--s2:#b3450b;--s3:#116329;--s4:#8034b8;--h1:#e3effb;--h2:#b9d8f5;--h3:#4a8fd0;--h4:#0b4f94;--h1-ink:#1b1f24;--h2-ink:#1b1f24;--h3-ink:#000;--h4-ink:#fff;--add:#dafbe1;--cut:#ffebe9}
        @media screen and (prefers-color-scheme:dark){:root{--s1:#79b8ff;--s2:#ffa657;--s3:#7ee787;--s4:#d2a8ff;--h1:#13253a;--h2:#1b4168;--h3:#2f6ca8;--h4:#8cc4ff;--h1-ink:#e6edf3;--h2-ink:#e6edf3;--h3-ink:#fff;--h4-ink:#0d1117;--add:#12261e;--cut:#2d1315}}
        .wide>header,.wide>main,.wide>footer{max-width:76rem}
        .wide main>*,.wide section{min-width:0}
        .wide h1{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.4rem);letter-spacing:-.015em;margin:.25rem 0 .6rem;text-wrap:balance;overflow-wrap:break-word}
        .wide h2{font-size:1.3rem;letter-spacing:-.005em;margin:0 0 .6rem}
        .wide main>section,.wide main>nav.more{margin-top:2.75rem}
        .wide .lead,.prose,.wide .note,.notice{max-width:46rem}
        .wide .lead{margin-bottom:1rem}
        .levels+.note{margin-top:.9rem}
        .wide h1 a,.wide h2 a,.wide h3 a{color:inherit;text-decoration:none}
        .wide h2 a:hover,.wide h3 a:hover{color:var(--accent);text-decoration:underline}
        .code{display:inline-block;font-weight:650;color:var(--accent);font-variant-numeric:tabular-nums;margin-right:.15em}
        .over{font-size:.8rem;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:1.75rem 0 0}
        .count{font-weight:400;color:var(--soft);font-size:.9em}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .untranslated{font-size:.7em;font-weight:600;color:var(--warn);background:var(--warn-bg);border-radius:.25rem;padding:.1em .35em;vertical-align:.1em;white-space:nowrap;position:relative}
        .notice{border-left:4px solid var(--warn);background:var(--warn-bg);color:var(--ink);border-radius:0 .4rem .4rem 0;padding:.6rem .9rem;margin:1rem 0;font-size:.95rem}
        .crumbs ol,.bar ul,.more ul,.cards ul,.profiles,.levels,.legend,.changed,.key,.plain,.hits{list-style:none;margin:0;padding:0}
        .crumbs{font-size:.9rem}
        .crumbs ol{display:flex;flex-wrap:wrap;gap:.1rem .5rem}
        .crumbs li+li::before{content:"/";color:var(--soft);margin-right:.5rem}
        .crumbs a{color:var(--soft)}
        .bar{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;border-bottom:1px solid var(--line);margin:.6rem 0 1.5rem}
        .bar ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
        .bar a{display:block;padding:.45rem 0;color:var(--ink);text-decoration:none;border-bottom:3px solid transparent;font-size:.95rem}
        .bar a:hover{border-color:var(--line)}
        .bar a[aria-current]{border-color:var(--accent);font-weight:600}
        .bar form{display:flex;gap:.4rem;align-items:center;margin:.2rem 0 .4rem}
        .bar input,.bar button{padding:.25rem .7rem;font-size:.9rem}
        input[type=search]{min-width:0;width:12rem;background:var(--paper);color:var(--ink);border:1px solid var(--soft);border-radius:.4rem}
        .bar button{background:none;color:var(--accent);font-weight:400}
        mark{background:var(--warn-bg);color:inherit;border-radius:.2rem;box-shadow:0 1px 0 var(--warn)}
        .hits{max-width:52rem}
        .hits li{padding:.7rem 0;border-top:1px solid var(--line)}
        .hits a{color:var(--ink);text-decoration:none}
        .hits a:hover{color:var(--accent);text-decoration:underline}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1rem}
        .card{border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem;background:var(--panel)}
        .card h3{margin:0 0 .5rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}
        .card li a,.more a{display:flex;gap:.4rem;padding:.3rem 0;color:var(--ink);text-decoration:none}
        .card li .code,.more .code{min-width:1.75rem}
        .card li a:hover,.more a:hover{text-decoration:underline;color:var(--accent)}
        .profiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.75rem}
        .profiles a{display:flex;align-items:center;gap:.9rem;height:100%;padding:.7rem .9rem;border:1px solid var(--line);border-radius:.6rem;color:var(--ink);text-decoration:none;line-height:1.35}
        .profiles a:hover{border-color:var(--accent);background:var(--panel)}
        .profiles .count{display:block;margin-top:.15rem}
        .shape{width:4.75rem;height:4.75rem;flex:none;overflow:visible}
        .shape polygon{fill:none;stroke:var(--line);stroke-width:3}
        .shape .s1{fill:var(--s1);fill-opacity:.25;stroke:var(--s1);stroke-width:9;stroke-linejoin:round}
        .scroll{overflow-x:auto;max-width:100%;position:relative}
        table{border-collapse:collapse;width:100%;font-size:.95rem}
        caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:.4rem}
        th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
        thead th{color:var(--soft);font-size:.8rem;font-weight:600;letter-spacing:.03em;border-bottom:2px solid var(--line);vertical-align:bottom}
        tbody th{font-weight:400}
        th a{color:var(--ink)}
        th a:has(.code),.matrix thead a,.comparison thead a{text-decoration:none}
        th a:hover{color:var(--accent);text-decoration:underline}
        .day{white-space:nowrap}
        .group th{font-weight:600;font-size:.875rem;padding-top:1.1rem;color:var(--soft)}
        .number{text-align:right;font-variant-numeric:tabular-nums;padding-right:.25rem}
        .matrix{width:auto;border-collapse:separate;border-spacing:2px}
        .matrix th,.matrix td{border:0;padding:.35rem .5rem}
        .matrix th[scope=row]{padding-left:0;min-width:12rem;max-width:26rem}
        .matrix tbody tr:hover th a{color:var(--accent)}
        .matrix thead th{text-align:center}
        .matrix thead th:first-child{text-align:left;padding-left:0}
        .matrix .group th{padding:1rem 0 .2rem}
        .matrix td{text-align:center;vertical-align:middle;min-width:4rem;border-radius:.25rem;font-variant-numeric:tabular-nums}
        .matrix .h0{color:var(--soft)}
        .matrix .h1{background:var(--h1);color:var(--h1-ink)}
        .matrix .h2{background:var(--h2);color:var(--h2-ink)}
        .matrix .h3{background:var(--h3);color:var(--h3-ink)}
        .matrix .h4{background:var(--h4);color:var(--h4-ink);font-weight:650}
        .meter{display:inline-flex;align-items:center;gap:.5rem;white-space:nowrap}
        .cells{display:inline-flex;gap:2px}
        .cells i{width:.65rem;height:.65rem;border:1.5px solid var(--accent);border-radius:2px}
        .cells .full{background:var(--accent)}
        .levels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(14rem,100%),1fr));gap:.75rem}
        .levels li{display:flex;flex-direction:column;border:1px solid var(--line);border-top:3px solid var(--accent);border-radius:.4rem;padding:.8rem .95rem;background:var(--panel)}
        .levels li:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent)}
        .levels p{margin:0}
        .levels .step{font-weight:600;margin-bottom:.4rem}
        .levels .eqf{margin-top:auto;padding-top:.6rem;color:var(--soft);font-size:.85rem}
        .split{display:grid;gap:1.5rem 2.5rem;align-items:start}
        .split>*{min-width:0}
        .chart{margin:0}
        figcaption{color:var(--soft);font-size:.875rem;max-width:34rem;margin:.5rem auto 0}
        .radar{display:block;width:100%;max-width:34rem;height:auto;margin:0 auto}
        .radar .ring,.radar .axis{fill:none;stroke:var(--line);stroke-width:1}
        .radar .sector{fill:var(--panel)}
        .area{fill:none;stroke-width:2.5;stroke-linejoin:round}
        .radar .area{fill-opacity:.12}
        .s1{stroke:var(--s1)}.s2{stroke:var(--s2);stroke-dasharray:9 4}.s3{stroke:var(--s3);stroke-dasharray:3 3}.s4{stroke:var(--s4);stroke-dasharray:12 3 3 3}
        .radar .area.s1{fill:var(--s1)}.radar .area.s2{fill:var(--s2)}.radar .area.s3{fill:var(--s3)}.radar .area.s4{fill:var(--s4)}
        .mark{stroke:var(--paper);stroke-width:1.2;stroke-dasharray:none}
        .mark.s1{fill:var(--s1)}.mark.s2{fill:var(--s2)}.mark.s3{fill:var(--s3)}.mark.s4{fill:var(--s4)}
        .radar text{fill:var(--ink);font-size:18px;text-anchor:middle;dominant-baseline:central}
        .radar .scale{fill:var(--soft);font-size:13px;text-anchor:start;dominant-baseline:auto}
        .legend{display:grid;gap:.35rem;justify-content:center;color:var(--ink)}
        .legend svg{width:2.6rem;height:.9rem;vertical-align:-.1em;margin-right:.2rem}
        .descriptor{display:block;color:var(--soft);font-size:.9rem;margin-top:.15rem;max-width:36rem}
        .comparison .differs th,.comparison .differs td{background:var(--panel)}
        .comparison .differs th[scope=row]{font-weight:600;box-shadow:inset 3px 0 var(--accent);padding-left:.6rem}
        .comparison th[scope=row]{padding-left:.6rem}
        .sign{font-weight:700;color:var(--accent)}
        .chooser fieldset{border:1px solid var(--line);border-radius:.6rem;padding:.6rem 1.1rem 1rem;margin:0 0 .9rem}
        .chooser legend{font-weight:600;padding:0 .4rem}
        .choices{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:.1rem 1rem}
        .choices label{display:flex;gap:.5rem;align-items:baseline;padding:.35rem 0;cursor:pointer}
        .line{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin:.75rem 0}
        button,select,input{font:inherit;accent-color:var(--accent)}
        button{background:var(--accent);color:var(--paper);border:1px solid var(--accent);border-radius:.4rem;padding:.45rem 1.1rem;font-weight:600;cursor:pointer}
        button:hover{filter:brightness(1.1)}
        select{background:var(--paper);color:var(--ink);border:1px solid var(--soft);border-radius:.4rem;padding:.4rem .6rem}
        .changed li{display:grid;grid-template-columns:3.5rem 6.5rem 1fr;gap:.25rem;padding:.3rem 0}
        del,ins{text-decoration-thickness:1px;border-radius:.2rem;padding:.05rem .2rem;box-decoration-break:clone;-webkit-box-decoration-break:clone}
        del{background:var(--cut)}
        ins{background:var(--add);text-decoration:none}
        .changes td{min-width:9rem}
        .more ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:0 1.5rem}
        .turn{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;margin-top:2.5rem}
        .turn a{border:1px solid var(--line);border-radius:.6rem;padding:.7rem 1rem;color:var(--ink);text-decoration:none}
        .turn a:hover{border-color:var(--accent)}
        .turn a[rel=next]{text-align:right;grid-column:2}
        .turn .over{display:block;margin:0}
        .colophon{border-top:1px solid var(--line);padding-top:1.25rem;font-size:.9rem}
        .wide .colophon h2{font-size:1rem}
        .colophon dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:.6rem 1.5rem}
        .colophon dt{margin:0;font-size:.8rem;color:var(--soft)}
        .colophon dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
        .files{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:1rem 0 0;color:var(--soft)}
        .whole{margin:1.5rem 0 0}
        .portrait{display:grid;gap:.5rem 2rem}
        .portrait .radar{max-width:20rem}
        .key{columns:16rem;margin-top:1rem}
        @media(min-width:70rem){.split{grid-template-columns:minmax(20rem,30rem) 1fr}.chart{position:sticky;top:1rem}.portrait{grid-template-columns:1fr 20rem}}
        @media(max-width:34rem){.matrix td{min-width:0}.matrix th[scope=row]{min-width:0}.matrix th,.matrix td{padding:.35rem .3rem}.matrix .title{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.matrix{width:100%}.comparison,.comparison caption,.comparison thead,.comparison tbody{display:block}.comparison tr{display:grid;grid-template-columns:repeat(var(--profiles),1fr);border-bottom:1px solid var(--line)}.comparison th,.comparison td{border:0;padding:.25rem .25rem .25rem .6rem}.comparison thead th:first-child{display:none}.comparison th[scope=row],.comparison .group th{grid-column:1/-1}.comparison .meter{flex-direction:column-reverse;align-items:flex-start;gap:.1rem}.comparison td:last-child{grid-column:1/-1}.comparison thead th:last-child{display:none}.comparison .differs{box-shadow:inset 3px 0 var(--accent)}.turn{grid-template-columns:1fr}.turn a[rel=next]{grid-column:1}.changed li{grid-template-columns:3rem 1fr}.changed li>:nth-child(n+3){grid-column:2}.targets,.targets caption,.targets tbody,.targets tr,.targets th,.targets td{display:block}.targets thead{display:none}.targets th,.targets td{border:0;padding:.1rem 0}.targets tr{border-bottom:1px solid var(--line);padding:.5rem 0}.targets .number{text-align:left}.targets td.number::before{content:"Weight "}.meter{white-space:normal}}
        @media(prefers-reduced-motion:no-preference){.profiles a,.turn a,.bar a{transition:border-color .15s,background-color .15s}}
        @media print{
        @page{size:A4;margin:16mm 15mm 18mm;@bottom-center{content:counter(page);font-size:9pt}}
        html{font-size:9pt}
        body{color:#000;background:#fff}
        .crumbs,.bar,.chooser,.more,.turn,.screen,.files{display:none}
        .wide>main{max-width:none;padding:0}
        .wide a{color:inherit;text-decoration:none}
        .wide main>section{margin-top:1.5rem}
        .split{display:block}.chart{position:static}.radar{max-width:11cm}
        h1,h2,h3,caption,thead{break-after:avoid}
        tr,.card,.levels li,.profiles li,.whole,figure{break-inside:avoid}
        .group{break-after:avoid}
        .scroll{overflow:visible}
        .levels{grid-template-columns:repeat(4,1fr);gap:.4rem}
        .levels li{padding:.5rem .6rem;font-size:.95rem;line-height:1.4}
        .sheet{break-before:page}
        .book .whole{margin-top:1rem}
        .portrait{grid-template-columns:1fr 5.4cm}.matrix td{min-width:1.2cm}.matrix th,.matrix td{padding:.2rem .4rem}
        .matrix td,.levels li,.cells i,.notice,.differs td,.differs th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }
        """
}
