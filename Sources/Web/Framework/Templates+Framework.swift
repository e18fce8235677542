extension Templates {
    /// The pages of frameworks and what they share.
    static let framework = [
        "framework": frameworkOverview, "framework-area": frameworkArea, "framework-competence": frameworkCompetence,
        "framework-profile": frameworkProfile, "framework-compare": frameworkComparison,
        "framework-changes": frameworkVersions, "framework-search": frameworkSearch, "framework-print": frameworkBook,
        "framework-head": frameworkHead,
        "framework-foot": frameworkFoot, "framework-levels": frameworkLevels, "framework-matrix": frameworkMatrix,
        "framework-alignments": frameworkAlignments, "meter": meter, "radar": radar, "t": text, "problem": problem,
    ]

    /// A text of a framework, with its language, and marked where it is not translated; see ``PageText``.
    static let text = """
        {{#.tag}}<span lang="{{.}}">{{/.tag}}{{text}}{{#.tag}}</span>{{/.tag}}{{#.original}} <span \
        class="untranslated" title="Not translated; the original"><span aria-hidden="true">{{original}}</span><span \
        class="unseen">(not translated: {{originalName}})</span></span>{{/.original}}
        """

    /// The way to a page, the pages beside it and the languages; see ``FrameworkShell``.
    static let frameworkHead = """
        {{#shell}}
        <nav class="crumbs" aria-label="Breadcrumb"><ol>{{#crumbs}}<li><a href="{{url}}">{{#label}}{{>t}}{{/label}}</a></li>{{/crumbs}}</ol></nav>
        <div class="bar">
        <nav aria-label="This framework"><ul>{{#tools}}<li><a href="{{url}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>{{/tools}}</ul></nav>
        {{#hasLanguages}}<nav aria-label="Language of the texts"><ul>{{#languages}}<li><a href="{{url}}" lang="{{code}}" hreflang="{{code}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{name}}</a></li>{{/languages}}</ul></nav>{{/hasLanguages}}
        <form role="search" action="{{search}}" method="get"><label class="unseen" for="q">Search this framework</label><input id="q" type="search" name="q" value="{{searched}}" maxlength="200" placeholder="Search">{{#kept}}<input type="hidden" name="lang" value="{{.}}">{{/kept}}<button type="submit">Search</button></form>
        </div>
        {{#.languageNotice}}<p class="notice" role="status">{{.}}</p>{{/.languageNotice}}
        {{/shell}}
        """

    /// What the document says of itself, and the framework in forms for programs.
    static let frameworkFoot = """
        {{#shell}}
        <section class="colophon" aria-labelledby="colophon"><h2 id="colophon">About this version</h2>
        {{#.statusNotice}}<p>{{.}}</p>{{/.statusNotice}}
        <dl>{{#facts}}<div><dt>{{name}}</dt><dd>{{#.address}}<a href="{{.}}">{{value}}</a>{{/.address}}{{^.address}}{{value}}{{/.address}}</dd></div>{{/facts}}</dl>
        <p class="files">For programs: {{#files}}<a href="{{url}}">{{label}}</a> {{/files}}</p>
        </section>
        {{/shell}}
        """

    /// A level as four cells and in words; see ``LevelMeter``.
    static let meter = """
        <span class="meter"><span class="cells" aria-hidden="true">{{#cells}}<i{{#isFull}} class="full"{{/isFull}}></i>{{/cells}}</span>{{#name}}{{>t}}{{/name}}</span>
        """

    /// The levels of a competence side by side.
    static let frameworkLevels = """
        <ol class="levels">{{#levels}}<li id="{{anchor}}">{{#meter}}<p class="step">{{>meter}}</p>{{/meter}}<p>{{#descriptor}}{{>t}}{{/descriptor}}</p>{{#.eqf}}<p class="eqf">EQF {{.}}, indicative</p>{{/.eqf}}</li>{{/levels}}</ol>
        """

    /// Correspondences outside of the framework; see ``AlignmentList``.
    static let frameworkAlignments = """
        <div class="scroll" role="group" aria-label="Correspondences"><table>
        <caption>What it corresponds to in other classifications</caption>
        <thead><tr><th scope="col">There</th><th scope="col">Match</th><th scope="col">Classification</th><th scope="col">Group</th></tr></thead>
        <tbody>{{#entries}}<tr><th scope="row">{{#.url}}<a href="{{.}}">{{title}}</a>{{/.url}}{{^.url}}{{title}} <code>{{address}}</code>{{/.url}}{{#.notes}}<br><span class="calm">{{.}}</span>{{/.notes}}</th><td>{{match}}</td><td>{{scheme}}</td><td>{{#.group}}{{.}}{{/.group}}{{^.group}}–{{/.group}}</td></tr>{{/entries}}</tbody>
        </table></div>
        """

    /// Who needs what; see ``TargetMatrix``.
    static let frameworkMatrix = """
        <div class="scroll" role="group" aria-label="Target levels"><table class="matrix">
        <caption>Target level of each profile in each competence, from 1 to 4; a dot is no target</caption>
        <thead><tr><th scope="col"><span class="title">Competence</span></th>{{#columns}}<th scope="col"><a href="{{url}}">{{code}}<span class="unseen">{{#name}} {{>t}}{{/name}}</span></a></th>{{/columns}}</tr></thead>
        {{#groups}}<tbody><tr class="group"><th scope="rowgroup" colspan="{{width}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</th></tr>
        {{#rows}}<tr><th scope="row"><a href="{{url}}"><b class="code">{{code}}</b> <span class="title">{{#statement}}{{>t}}{{/statement}}</span></a></th>{{#cells}}<td class="{{tone}}">{{#.level}}{{.}}{{/.level}}{{^.level}}<span aria-hidden="true">·</span><span class="unseen">no target</span>{{/.level}}</td>{{/cells}}</tr>{{/rows}}</tbody>
        {{/groups}}</table></div>
        """
}
