extension Templates {
    /// A version of a framework; see ``FrameworkOverview``.
    static let frameworkOverview = """
        {{<layout}}{{$title}}{{#heading}}{{text}}{{/heading}} {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <p class="over">{{edition}}</p>
        <h1>{{#heading}}{{>t}}{{/heading}}</h1>
        {{#.lead}}<p class="lead">{{>t}}</p>{{/.lead}}
        {{#.remarks}}<p class="notice">{{>t}}</p>{{/.remarks}}
        {{#hasAreas}}<section aria-labelledby="areas"><h2 id="areas">Areas and competences</h2>
        <div class="cards">{{#areas}}<article class="card"><h3><a href="{{url}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></h3>
        <ul>{{#competences}}<li><a href="{{url}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></li>{{/competences}}</ul></article>{{/areas}}</div></section>{{/hasAreas}}
        {{#hasProfiles}}<section aria-labelledby="profiles"><h2 id="profiles">Staff profiles</h2>
        <p class="prose">A profile is a role, not a rank; one person may hold several. The outline shows how high its target levels reach in each competence.</p>
        <ul class="profiles">{{#profiles}}<li><a href="{{url}}">{{#.shape}}<svg class="shape" viewBox="50 50 380 380" aria-hidden="true">{{#rings}}<polygon class="ring" points="{{points}}"/>{{/rings}}{{#series}}<polygon class="{{style}}" points="{{points}}"/>{{/series}}</svg>{{/.shape}}<span><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}<span class="count">{{count}}</span></span></a></li>{{/profiles}}</ul></section>{{/hasProfiles}}
        {{#.matrix}}<section aria-labelledby="targets"><h2 id="targets">Who needs what</h2>
        {{>framework-matrix}}</section>{{/.matrix}}
        {{#.others}}<section class="tree" aria-labelledby="items"><h2 id="items">Items</h2>
        {{#entries}}{{{before}}}<li id="{{identifier}}">{{#.name}}<b class="code">{{>t}}</b> {{/.name}}{{#statement}}{{>t}}{{/statement}}{{/entries}}{{{after}}}</section>{{/.others}}
        {{#hasVersions}}<section aria-labelledby="versions"><h2 id="versions">All frameworks and versions</h2>
        <div class="scroll" role="group" aria-label="Frameworks and versions"><table>
        <caption>Published here, the newest first</caption>
        <thead><tr><th scope="col">Framework</th><th scope="col">Version</th><th scope="col">Status</th><th scope="col">Since</th></tr></thead>
        <tbody>{{#versions}}<tr><th scope="row"><a href="{{url}}">{{#title}}{{>t}}{{/title}}</a> <span class="calm">{{code}}</span></th><td>{{version}}</td><td>{{status}}</td><td class="day">{{#.since}}{{.}}{{/.since}}{{^.since}}–{{/.since}}</td></tr>{{/versions}}</tbody></table></div></section>{{/hasVersions}}
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// An area; see ``FrameworkArea``.
    static let frameworkArea = """
        {{<layout}}{{$title}}{{code}} {{#heading}}{{text}}{{/heading}} – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <p class="over">Area</p>
        <h1><b class="code">{{code}}</b> {{#heading}}{{>t}}{{/heading}}</h1>
        {{#.about}}<p class="lead">{{>t}}</p>{{/.about}}
        {{#competences}}<section><h2><a href="{{url}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></h2>
        {{#hasLevels}}{{>framework-levels}}{{/hasLevels}}</section>{{/competences}}
        \(eqf)
        <nav class="more" aria-labelledby="more"><h2 id="more">Other areas</h2><ul>{{#others}}<li><a href="{{url}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></li>{{/others}}</ul></nav>
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// A competence; see ``FrameworkCompetence``.
    static let frameworkCompetence = """
        {{<layout}}{{$title}}{{code}} {{#heading}}{{text}}{{/heading}} – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <p class="over">Competence</p>
        <h1><b class="code">{{code}}</b> {{#heading}}{{>t}}{{/heading}}</h1>
        {{#hasLevels}}<section aria-labelledby="levels"><h2 id="levels">Levels</h2>
        <p class="prose">Levels are cumulative: who is on one is on those below it too.</p>
        {{>framework-levels}}
        \(eqf)</section>{{/hasLevels}}
        <section aria-labelledby="demand"><h2 id="demand">Who needs it</h2>
        {{#hasDemands}}<div class="scroll" role="group" aria-label="Profiles with a target"><table class="targets">
        <caption>Profiles with a target in this competence, the highest first</caption>
        <thead><tr><th scope="col">Profile</th><th scope="col">Target</th><th scope="col" class="number">Weight</th></tr></thead>
        <tbody>{{#demands}}<tr><th scope="row"><a href="{{url}}"><b class="code">{{code}}</b> {{#name}}{{>t}}{{/name}}</a></th><td>{{#target}}{{>meter}}{{/target}}</td><td class="number">{{weight}}</td></tr>{{/demands}}</tbody></table></div>{{/hasDemands}}
        {{^hasDemands}}<p>No profile has a target in it.</p>{{/hasDemands}}
        {{#hasOthers}}<p class="note">No target: {{#others}}<a href="{{url}}">{{code}} {{#statement}}{{>t}}{{/statement}}</a> {{/others}}</p>{{/hasOthers}}</section>
        {{#.alignments}}<section aria-labelledby="elsewhere"><h2 id="elsewhere">Elsewhere</h2>{{>framework-alignments}}</section>{{/.alignments}}
        <section aria-labelledby="notes"><h2 id="notes">Provenance</h2>
        <dl class="facts">{{#.provenance}}<dt>Notes</dt><dd>{{>t}}</dd>{{/.provenance}}{{#.keywords}}<dt>Keywords</dt><dd>{{.}}</dd>{{/.keywords}}<dt>Identifier</dt><dd><code>{{identifier}}</code></dd></dl></section>
        <nav class="turn" aria-label="Neighbouring competences">{{#.previous}}<a rel="prev" href="{{url}}"><span class="over">Previous</span><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a>{{/.previous}}{{#.next}}<a rel="next" href="{{url}}"><span class="over">Next</span><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a>{{/.next}}</nav>
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// A staff profile; see ``FrameworkProfile``.
    static let frameworkProfile = """
        {{<layout}}{{$title}}{{code}} {{#heading}}{{text}}{{/heading}} – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <p class="over">Staff profile</p>
        <h1><b class="code">{{code}}</b> {{#heading}}{{>t}}{{/heading}}</h1>
        {{#.about}}<p class="lead">{{>t}}</p>{{/.about}}
        {{#hasGroups}}<section aria-labelledby="targets"><h2 id="targets">Target levels</h2>
        <p class="prose">Targets in {{count}} of {{total}} competences.</p>
        <div class="split">
        {{#.radar}}<figure class="chart">{{>radar}}<figcaption>From the centre outwards: levels 1 to 4. The table has every value.</figcaption></figure>{{/.radar}}
        <div class="scroll" role="group" aria-label="Target levels"><table class="targets">
        <caption>What the profile demands in each competence</caption>
        <thead><tr><th scope="col">Competence</th><th scope="col">Target</th><th scope="col" class="number">Weight</th></tr></thead>
        {{#groups}}<tbody><tr class="group"><th scope="rowgroup" colspan="3"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</th></tr>
        {{#rows}}<tr><th scope="row"><a href="{{url}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></th>{{#.target}}<td>{{#meter}}{{>meter}}{{/meter}}{{#.descriptor}}<span class="descriptor">{{>t}}</span>{{/.descriptor}}</td><td class="number">{{weight}}</td>{{/.target}}{{^.target}}<td class="calm">no target</td><td class="number calm">–</td>{{/.target}}</tr>{{/rows}}</tbody>{{/groups}}
        </table></div></div></section>{{/hasGroups}}
        <section aria-labelledby="elsewhere"><h2 id="elsewhere">Occupations elsewhere</h2>
        {{#.alignments}}{{>framework-alignments}}{{/.alignments}}{{^.alignments}}<p>No occupation of another classification corresponds to it.</p>{{/.alignments}}
        <p class="note">Identifier <code>{{identifier}}</code></p></section>
        {{#hasOthers}}<nav class="more" aria-labelledby="more"><h2 id="more">Compare with</h2><ul>{{#others}}<li><a href="{{comparison}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></li>{{/others}}</ul></nav>{{/hasOthers}}
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// What the EQF numbers are, and are not.
    static let eqf = """
        <p class="note">EQF numbers say with reference to which level of the European Qualifications Framework a descriptor was written. They are indicative of complexity; they are not the level of a qualification.</p>
        """
}
