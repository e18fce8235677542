extension Stylesheet {
    /// The pages on which credentials are verified.
    static let verification = """
        .verdict.revoked{color:var(--bad);background:var(--paper);border:2px dashed}
        .hand-in{margin:1.25rem 0}
        .hand-in p{margin:0 0 1.1rem}
        .hand-in label{display:block;font-weight:600;margin-bottom:.25rem}
        .hand-in textarea,.hand-in input[type=text]{width:100%;font:inherit;background:var(--paper);color:var(--ink);border:1px solid var(--soft);border-radius:.4rem;padding:.5rem .7rem}
        .hand-in textarea{font:.9em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;resize:vertical}
        .hand-in input[type=file]{max-width:100%}
        .hint{display:block;color:var(--soft);font-size:.875rem;margin-top:.25rem}
        .stage video{display:block;width:100%;max-height:20rem;background:#000;border-radius:.4rem;margin-bottom:.6rem}
        .note+section{margin-top:1.75rem}
        .narrative{white-space:pre-line}
        .levels .reached{border-width:2px;border-color:var(--good)}
        """
}
