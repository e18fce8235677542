extension Stylesheet {
    /// What the pages of findings and actions need beside the look of the training's.
    static let actions = """
        .form{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .9rem;margin:.6rem 0}
        .form p{margin:.6rem 0}
        .form label{font-weight:600}
        .form input:not([type=hidden]),.form select,.form textarea{display:block;width:100%;max-width:36rem;margin-top:.2rem;font:inherit;background:var(--paper);color:var(--ink);border:1px solid var(--soft);border-radius:.4rem;padding:.4rem .6rem}
        .form [aria-invalid]{border-color:var(--bad);border-width:2px}
        .timeline{display:block;width:100%;min-width:40rem;max-width:60rem;height:auto}
        .timeline text{fill:var(--ink);font-size:13px;dominant-baseline:central}
        .timeline .month{fill:var(--soft);font-size:12px;text-anchor:middle}
        .timeline .tick{stroke:var(--line)}
        .timeline .today{stroke:var(--ink);stroke-dasharray:4 3}
        .timeline .run{fill:var(--accent)}
        .timeline .verified{fill:var(--good)}
        .timeline .rejected,.timeline .superseded{fill:var(--line)}
        .timeline .late{fill:var(--bad-bg);stroke:var(--bad);stroke-width:2;stroke-dasharray:5 3}
        .timeline .done-mark{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
        .timeline .verified-mark{fill:none;stroke:var(--ink);stroke-width:3}
        """
}
