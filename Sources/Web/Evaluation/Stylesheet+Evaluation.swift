extension Stylesheet {
    /// What the data dictionary needs beside the look of the other wide pages.
    static let evaluation = """
        .views{list-style:none;margin:0;padding:0;columns:13rem;column-gap:1.5rem}
        .views a{display:inline-block;padding:.2rem 0;overflow-wrap:anywhere}
        .view .prose{margin:.4rem 0}
        .view caption{padding-top:.75rem}
        .view .type{color:var(--soft);font-size:.9rem}
        .view tr:target th{box-shadow:inset 3px 0 var(--accent);padding-left:.6rem}
        @media screen and (min-width:44.01rem){.view th[scope=row]{width:16rem}.view td[data-label=Type]{width:10rem}.view td[data-label=Says]{max-width:46rem}}
        """
}
