/// The look of the pages: light and dark as the reader's system has it, narrow and wide, readable on paper.
enum Stylesheet {
    static let text = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--panel:#f6f8fa;--accent:#0b5cad;--good:#116329;--good-bg:#dafbe1;--warn:#7d4e00;--warn-bg:#fff3cd;--bad:#a40e26;--bad-bg:#ffebe9}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#3d444d;--paper:#0d1117;--panel:#161b22;--accent:#79b8ff;--good:#7ee787;--good-bg:#12261e;--warn:#f2cc60;--warn-bg:#2b2111;--bad:#ff9492;--bad-bg:#2d1315}}
        *{box-sizing:border-box}
        body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
        header,main,footer{max-width:46rem;margin:0 auto;padding:1rem 1.25rem}
        header{padding-top:1.25rem}
        main:focus{outline:none}
        footer{color:var(--soft);font-size:.875rem;padding-bottom:2rem}
        .brand{display:inline-flex;align-items:center;gap:.5rem;font-weight:650;color:var(--ink);text-decoration:none}
        .mark{width:1.1rem;height:1.1rem;border-radius:.2rem;background:linear-gradient(135deg,var(--accent) 50%,transparent 50%),var(--line)}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
        a{color:var(--accent)}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        h1{font-size:1.75rem;line-height:1.2;margin:.75rem 0 .5rem}
        h2{font-size:1.05rem;margin:0 0 .5rem}
        h3{font-size:1.05rem;margin:0 0 .25rem}
        h4{font-size:.9rem;margin:1rem 0 .25rem;color:var(--soft)}
        main>h2{font-size:1.3rem;margin:2rem 0 .25rem}
        .lead{font-size:1.1rem;color:var(--soft);margin:0 0 1.25rem}
        .panel{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem;margin:1.25rem 0}
        dl{margin:0}
        dt{font-weight:600;margin-top:.6rem}
        dd{margin:.1rem 0 0;color:var(--soft)}
        .facts{display:grid;grid-template-columns:max-content 1fr;gap:.55rem 1.25rem}
        .facts dt{margin:0}
        .facts dd{margin:0;color:var(--ink)}
        code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
        pre{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:.4rem;padding:.7rem}
        pre code{overflow-wrap:normal}
        .verdict{border-radius:.6rem;padding:.8rem 1.1rem;margin:.5rem 0 1.25rem;border:1px solid;font-size:1.05rem}
        .verdict strong{display:block;font-size:1.2rem}
        .good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.calm{color:var(--soft)}
        .verdict.good{background:var(--good-bg)}.verdict.warn{background:var(--warn-bg)}.verdict.bad{background:var(--bad-bg)}
        .checks{list-style:none;margin:0;padding:0}
        .checks li{display:grid;grid-template-columns:8.5rem 1fr;gap:.5rem;padding:.45rem 0;border-top:1px solid var(--line)}
        .checks li>span:last-child{color:var(--ink)}
        .checks b{margin-right:.35rem}
        .outcome{font-weight:600}
        .parts{margin-top:2rem}
        .parts h3{font-size:1rem;margin:0 0 .3rem}
        .parts h3 a{color:var(--ink);text-decoration:none}
        .parts p{margin:.3rem 0}
        .panel:target{border-color:var(--accent)}
        .kind{font-weight:400;font-size:.875rem;color:var(--soft);margin-left:.35rem}
        .jumps{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;margin:1rem 0;padding:0}
        .fact a{margin-right:.5rem;overflow-wrap:anywhere}
        .rules{margin:.4rem 0 0;padding-left:1.6rem}
        .rules li{margin:.35rem 0}
        details{margin-top:.6rem}
        summary{cursor:pointer;color:var(--accent)}
        .note{color:var(--soft);font-size:.9rem;margin:.6rem 0 0}
        @media(max-width:34rem){.facts,.checks li{grid-template-columns:1fr;gap:.1rem}.facts dd{margin-bottom:.6rem}h1{font-size:1.4rem}}
        @media print{.skip,header,footer{display:none}.panel{break-inside:avoid}}
        """
}
