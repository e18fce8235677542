extension Stylesheet {
    /// What the pages of pilots, curricula and partners need beside the look of the framework's.
    static let training = """
        .remark{display:block;font-weight:400;color:var(--soft);font-size:.875rem;overflow-wrap:anywhere;max-width:36rem}
        .state.calm{color:var(--soft)}
        .wide section>h3{margin:1.5rem 0 .4rem}
        .wide section>h2+h3{margin-top:0}
        .fold td,.fold th{overflow-wrap:break-word}
        .fold .number{white-space:nowrap;padding-right:1.75rem}
        .fold .number:last-child{padding-right:.25rem}
        .fold .total th,.fold .total td{font-weight:600;border-top:2px solid var(--line)}
        .notice p,.notice ul{margin:.1rem 0}
        .colophon.note{margin-top:2.75rem;max-width:none}
        .file{margin-right:1rem}
        .facts .plain li{padding:.05rem 0}
        @media screen and (max-width:44rem){.fold,.fold caption,.fold tbody,.fold tr,.fold th,.fold td{display:block}.fold thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.fold tr{border-bottom:1px solid var(--line);padding:.6rem 0}.fold th[scope=row]{font-weight:600;padding:0 0 .2rem}.fold th,.fold td{border:0}.fold td,.fold .number{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.5rem;text-align:left;padding:.1rem 0}.fold td::before{content:attr(data-label);color:var(--soft);font-size:.875rem}.fold td>*{grid-column:2}.fold td:empty{display:none}.fold .total th,.fold .total td{border:0}}
        """
}
