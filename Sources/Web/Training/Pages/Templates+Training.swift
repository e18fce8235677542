extension Templates {
    /// The pages of pilots, curricula and partners, and what they share.
    static let training = [
        "pilots": pilots, "pilot": pilot, "curriculum": curriculum, "partner": partner,
        "training-head": trainingHead, "training-foot": trainingFoot, "coverage": coverage, "table": table,
        "content": content, "lines": lines,
    ]

    /// The pages that are always near; see ``TrainingShell``.
    static let trainingHead = """
        {{#shell}}
        <div class="bar"><nav aria-label="The scheme"><ul>{{#tools}}<li><a href="{{url}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>{{/tools}}</ul></nav></div>
        {{/shell}}
        """

    /// For whom the page was made.
    static let trainingFoot = """
        <p class="colophon note">{{#shell}}{{reader}}{{/shell}} To read with another key, close the browser.</p>
        """

    /// A table whose rows fold in narrow windows; see ``PageTable``.
    static let table = """
        <div class="scroll"><table class="fold">
        <caption>{{caption}}</caption>
        <thead><tr>{{#columns}}<th scope="col"{{#isNumber}} class="number"{{/isNumber}}>{{title}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr{{#isTotal}} class="total"{{/isTotal}}><th scope="row">{{#head}}{{>content}}{{/head}}</th>{{#cells}}<td data-label="{{label}}"{{#.style}} class="{{.}}"{{/.style}}>{{#content}}{{>content}}{{/content}}</td>{{/cells}}</tr>{{/rows}}</tbody>
        </table></div>
        """

    /// What a cell says; see ``PageTable/Content``.
    static let content = """
        {{#.url}}<a href="{{.}}">{{/.url}}{{#.code}}<b class="code">{{.}}</b> {{/.code}}{{#.chip}}<span class="state {{.}}">{{/.chip}}{{#.tag}}<span lang="{{.}}">{{/.tag}}{{text}}{{#.tag}}</span>{{/.tag}}{{#.chip}}</span>{{/.chip}}{{#.url}}</a>{{/.url}}{{#.note}}<span class="remark">{{.}}</span>{{/.note}}{{#.list}}{{>lines}}{{/.list}}
        """

    /// Several things in a list.
    static let lines = """
        <ul class="plain">{{#lines}}<li>{{#.url}}<a href="{{.}}">{{/.url}}{{#.code}}<b class="code">{{.}}</b> {{/.code}}{{text}}{{#.url}}</a>{{/.url}}</li>{{/lines}}</ul>
        """

    /// What a curriculum covers; see ``CoverageMatrix``.
    static let coverage = """
        {{#profiles}}<h3>{{#.url}}<a href="{{.}}">{{/.url}}<b class="code">{{code}}</b> {{name}}{{#.url}}</a>{{/.url}}</h3>
        <p class="prose">{{summary}}</p>
        {{#.gaps}}<div class="notice"><p>Not covered:</p>{{>lines}}</div>{{/.gaps}}{{^.gaps}}<p class="prose">Everything that the profile demands is taught.</p>{{/.gaps}}
        {{#.table}}{{>table}}{{/.table}}{{/profiles}}
        <p class="note">Evidenced is what people showed in pilots that you may see, neither before the training nor by assessing themselves; how many is not told of few.</p>
        """

    /// The first page of a partner; see ``PilotList``.
    static let pilots = """
        {{<layout}}{{$title}}Pilots and curricula{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <h1>Pilots and curricula</h1>
        <section aria-labelledby="pilots"><h2 id="pilots">Pilots</h2>
        {{#.pilots}}{{>table}}{{/.pilots}}{{^.pilots}}<p class="calm">There is none yet. Pilots are defined through the <a href="/api/docs">interfaces</a>.</p>{{/.pilots}}</section>
        <section aria-labelledby="curricula"><h2 id="curricula">Curricula</h2>
        {{#.curricula}}{{>table}}{{/.curricula}}{{^.curricula}}<p class="calm">There is none yet.</p>{{/.curricula}}</section>
        <section aria-labelledby="joint"><h2 id="joint">Proposals of joint curricula</h2>
        {{#hasProposals}}<div class="edits">{{#proposals}}<article class="edit"><h3>{{#.url}}<a href="{{.}}">{{/.url}}<b class="code">{{code}}</b> {{name}}{{#.url}}</a>{{/.url}}</h3>
        <p><b>{{partners}}</b>. {{advice}}</p>{{#.drafts}}{{>lines}}{{/.drafts}}
        {{#.demands}}<details><summary>What the profile <span class="unseen">{{code}}</span> demands</summary>{{>table}}</details>{{/.demands}}</article>{{/proposals}}</div>{{/hasProposals}}
        {{^hasProposals}}<p class="calm">None: no profile is chosen by several partners that have no curriculum for it together.</p>{{/hasProposals}}</section>
        {{#.partners}}<section aria-labelledby="partners"><h2 id="partners">Needs and targets</h2>{{>table}}</section>{{/.partners}}
        {{>training-foot}}
        {{/body}}{{/layout}}
        """

    /// A version of a curriculum; see ``CurriculumPage``.
    static let curriculum = """
        {{<layout}}{{$title}}{{heading}}, version {{version}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over">Curriculum {{code}}, version {{version}}</p>
        <h1>{{heading}}</h1>
        <p class="origin">{{#state}}<span class="state {{tone}}">{{label}}</span>{{/state}}</p>
        {{#.description}}<p class="lead">{{.}}</p>{{/.description}}
        <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd>{{#content}}{{>content}}{{/content}}</dd>{{/facts}}</dl>
        <section aria-labelledby="units"><h2 id="units">Units</h2>
        {{#.units}}{{>table}}{{/.units}}{{^.units}}<p class="calm">It has no units yet.</p>{{/.units}}</section>
        <section aria-labelledby="instruments"><h2 id="instruments">Instruments</h2>
        {{#.assessments}}{{>table}}{{/.assessments}}{{^.assessments}}<p class="calm">Nothing in it is assessed yet.</p>{{/.assessments}}</section>
        <section aria-labelledby="coverage"><h2 id="coverage">What it covers</h2>
        {{#.coverage}}{{>coverage}}{{/.coverage}}{{^.coverage}}<p class="calm">The profiles that it is for demand nothing.</p>{{/.coverage}}</section>
        <section aria-labelledby="pilots"><h2 id="pilots">Pilots</h2>
        {{#.pilots}}{{>table}}{{/.pilots}}{{^.pilots}}<p class="calm">No pilot runs it, or none that you may see.</p>{{/.pilots}}</section>
        {{>training-foot}}
        {{/body}}{{/layout}}
        """

    /// A partner; see ``PartnerPage``.
    static let partner = """
        {{<layout}}{{$title}}{{heading}}: needs and targets{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over">Partner {{code}}{{#.country}}, {{.}}{{/.country}}</p>
        <h1>{{heading}}</h1>
        <section aria-labelledby="needs"><h2 id="needs">Needs</h2>
        {{#.needs}}{{>table}}{{/.needs}}{{^.needs}}<p class="calm">None is noted yet.</p>{{/.needs}}</section>
        <section aria-labelledby="targets"><h2 id="targets">Targets</h2>
        {{#.targets}}{{>table}}{{/.targets}}{{^.targets}}<p class="calm">None is chosen or considered yet.</p>{{/.targets}}
        <p class="note">Who chose the same is told on the <a href="/pilots#joint">page of proposals</a>.</p></section>
        <section aria-labelledby="curricula"><h2 id="curricula">Curricula</h2>
        {{#.curricula}}{{>table}}{{/.curricula}}{{^.curricula}}<p class="calm">There is none yet.</p>{{/.curricula}}</section>
        <section aria-labelledby="pilots"><h2 id="pilots">Pilots</h2>
        {{#.pilots}}{{>table}}{{/.pilots}}{{^.pilots}}<p class="calm">There is none yet.</p>{{/.pilots}}</section>
        {{>training-foot}}
        {{/body}}{{/layout}}
        """
}
