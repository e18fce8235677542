extension Stylesheet {
    /// What the pages of holders need beside the look of the others.
    static let holders = """
        .held{display:grid;grid-template-columns:6rem 1fr;gap:.25rem 1.25rem;align-items:start}
        .held>*{min-width:0}
        .held img{width:6rem;height:6rem}
        .held h3{font-size:1.15rem;margin:0 0 .2rem}
        .held p{margin:.35rem 0}
        .held .files{margin:.6rem 0 .2rem}
        .held .lead{margin:0}
        .held h4{margin:1rem 0 .3rem}
        .shares li{display:flex;flex-wrap:wrap;gap:.3rem .9rem;align-items:center;padding:.3rem 0;overflow-wrap:anywhere}
        .plain-button{background:none;color:var(--accent);font-weight:400;padding:.2rem .7rem}
        input[name=label],input[name=name],input[name=recipient]{width:100%;max-width:28rem;background:var(--paper);color:var(--ink);border:1px solid var(--soft);border-radius:.4rem;padding:.4rem .6rem}
        .state.warn{color:var(--warn)}.state.bad{color:var(--bad)}
        .qr{width:12rem;max-width:100%;margin:1rem 0}
        .qr svg{display:block;width:100%;height:auto}
        .levels .reached{border-color:var(--good);box-shadow:0 0 0 2px var(--good)}
        .evidence li{margin:.6rem 0;overflow-wrap:anywhere}
        @media(max-width:34rem){.held{grid-template-columns:1fr}.held img{width:4rem;height:4rem}}
        """
}
