extension Stylesheet {
    /// What the pages of proposals need beside the look of the framework's.
    static let proposals = """
        .proposals,.comments,.events{list-style:none;margin:1.5rem 0 0;padding:0}
        .proposals li{display:grid;grid-template-columns:6.5rem 1fr;gap:.25rem 1rem;padding:.9rem 0;border-top:1px solid var(--line)}
        .proposals p{margin:.1rem 0 0}
        .wide .proposals h2{font-size:1.1rem;margin:0}
        .state{display:inline-block;justify-self:start;align-self:start;border:1px solid;border-radius:1rem;padding:.05rem .7rem;font-size:.85rem;font-weight:600}
        .state.open{color:var(--accent)}
        .state.good{background:var(--good-bg)}.state.bad{background:var(--bad-bg)}
        .origin{margin:0 0 1rem}
        .edits{display:grid;gap:1rem}
        .edit{border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1.1rem;min-width:0}
        .edit h3{margin:0 0 .6rem}
        .edit dl{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 1.5rem}
        .edit dl>div{min-width:0}
        .edit dt{margin:0 0 .2rem;font-size:.8rem;color:var(--soft)}
        .edit dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
        .side{display:block;white-space:pre-line;padding:.5rem .7rem;text-decoration:none}
        .side b{font-weight:650;text-decoration:underline;text-underline-offset:.2em}
        del.side b{text-decoration:line-through}
        .misfit{color:var(--bad);margin:0 0 .6rem}
        .comments li{border-left:3px solid var(--line);padding:.1rem 0 .1rem 1rem;margin:0 0 1.25rem;max-width:46rem}
        .comments li:target{border-color:var(--accent)}
        .comments p{margin:.25rem 0;overflow-wrap:anywhere}
        .who time,.events time{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums}
        .events li{display:grid;grid-template-columns:11rem 1fr;gap:.1rem .75rem;padding:.3rem 0}
        @media(max-width:34rem){.proposals li,.edit dl,.events li{grid-template-columns:1fr}}
        """
}
