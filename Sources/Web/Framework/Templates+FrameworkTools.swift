extension Templates {
    /// A radar chart; see ``Radar``.
    static let radar = """
        <svg class="radar" viewBox="0 0 480 480" role="img" aria-label="{{title}}. {{summary}}">
        {{#sectors}}<polygon class="sector" points="{{points}}"/>{{/sectors}}
        {{#axes}}<line class="axis" x1="240" y1="240" x2="{{x}}" y2="{{y}}"/>{{/axes}}
        {{#rings}}<polygon class="ring" points="{{points}}"/>{{/rings}}
        {{#series}}<polygon class="area {{style}}" points="{{points}}"/><path class="mark {{style}}" d="{{marks}}"/>{{/series}}
        {{#rings}}<text class="scale" x="245" y="{{y}}" dy="14">{{label}}</text>{{/rings}}
        {{#axes}}<text class="label" x="{{labelX}}" y="{{labelY}}">{{label}}</text>{{/axes}}
        </svg>
        """

    /// Profiles compared; see ``FrameworkComparison``.
    static let frameworkComparison = """
        {{<layout}}{{$title}}Compare profiles – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <h1>Compare profiles</h1>
        <form class="chooser" action="{{action}}" method="get">
        <fieldset><legend>Choose two to four profiles</legend>
        <div class="choices">{{#choices}}<label><input type="checkbox" name="profiles" value="{{code}}"{{#isChosen}} checked{{/isChosen}}> <span><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</span></label>{{/choices}}</div></fieldset>
        {{#kept}}<input type="hidden" name="lang" value="{{.}}">{{/kept}}
        <button type="submit">Compare</button>
        </form>
        {{#isCompared}}<section aria-labelledby="result"><h2 id="result">{{verdict}}</h2>
        <div class="split">
        {{#.radar}}<figure class="chart">{{>radar}}<figcaption><ul class="legend">{{#columns}}<li><svg viewBox="0 0 40 14" aria-hidden="true"><line class="area {{style}}" x1="1" y1="7" x2="39" y2="7"/><path class="mark {{style}}" d="M20,7{{mark}}"/></svg> {{code}} {{#name}}{{>t}}{{/name}}</li>{{/columns}}</ul></figcaption></figure>{{/.radar}}
        <div class="scroll" role="group" aria-label="Comparison"><table class="comparison" style="--profiles:{{count}}">
        <caption>Target levels side by side; rows marked with ≠ differ</caption>
        <thead><tr><th scope="col">Competence</th>{{#columns}}<th scope="col"><a href="{{url}}">{{code}}<span class="unseen">{{#name}} {{>t}}{{/name}}</span></a></th>{{/columns}}<th scope="col">Difference</th></tr></thead>
        {{#groups}}<tbody><tr class="group"><th scope="rowgroup" colspan="{{width}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</th></tr>
        {{#rows}}<tr{{#differs}} class="differs"{{/differs}}><th scope="row"><a href="{{url}}"><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</a></th>{{#cells}}<td>{{#.meter}}<span class="meter"><span class="cells" aria-hidden="true">{{#cells}}<i{{#isFull}} class="full"{{/isFull}}></i>{{/cells}}</span><span class="unseen">Level </span>{{number}}</span>{{/.meter}}{{^.meter}}<span class="calm" aria-hidden="true">–</span><span class="unseen">no target</span>{{/.meter}}</td>{{/cells}}<td>{{#differs}}<span class="sign" aria-hidden="true">≠</span> {{/differs}}{{difference}}</td></tr>{{/rows}}</tbody>{{/groups}}
        </table></div></div></section>{{/isCompared}}
        {{^isCompared}}<p class="notice">Two profiles at least are needed for a comparison.</p>{{/isCompared}}
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// What was found; see ``FrameworkSearch``.
    static let frameworkSearch = """
        {{<layout}}{{$title}}Search – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>framework-head}}
        <h1>Search</h1>
        {{#.verdict}}<p class="lead" role="status">{{.}}</p>{{/.verdict}}
        {{^.verdict}}<p class="lead">Finds areas, competences, levels and profiles by words in their codes, texts and notes.</p>{{/.verdict}}
        <ul class="hits">{{#hits}}<li><a href="{{url}}"><b class="code">{{code}}</b> <span{{#.language}} lang="{{.}}"{{/.language}}>{{#pieces}}{{#isFound}}<mark>{{text}}</mark>{{/isFound}}{{^isFound}}{{text}}{{/isFound}}{{/pieces}}</span></a> <span class="calm">{{kind}}</span>{{#hasNotes}}<p class="note">{{#notes}}{{#isFound}}<mark>{{text}}</mark>{{/isFound}}{{^isFound}}{{text}}{{/isFound}}{{/notes}}</p>{{/hasNotes}}</li>{{/hits}}</ul>
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// Versions compared; see ``FrameworkVersions``.
    static let frameworkVersions = """
        {{<layout}}{{$title}}Compare versions – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <h1>What version {{version}} changes</h1>
        {{#.base}}
        <form class="chooser line" action="{{action}}" method="get">
        <label>Compared with version <select name="from">{{#choices}}<option value="{{version}}"{{#isChosen}} selected{{/isChosen}}>{{version}}</option>{{/choices}}</select></label>
        {{#kept}}<input type="hidden" name="lang" value="{{.}}">{{/kept}}
        <button type="submit">Compare</button>
        </form>
        <p class="lead">{{verdict}}</p>
        {{#sections}}<section aria-labelledby="{{anchor}}"><h2 id="{{anchor}}">{{title}} <span class="count">{{count}}</span></h2>
        {{#isChanged}}<div class="scroll" role="group" aria-label="Changed texts"><table class="changes">
        <caption>What was said before, and what is said now</caption>
        <thead><tr><th scope="col">Item</th><th scope="col">What</th><th scope="col">Version {{base}}</th><th scope="col">Version {{version}}</th></tr></thead>
        <tbody>{{#items}}{{#fields}}<tr><th scope="row"><a href="{{url}}"><b class="code">{{code}}</b></a> <span class="calm">{{kind}}</span></th><td>{{label}}</td><td>{{#.old}}<del>{{>t}}</del>{{/.old}}{{^.old}}<span class="calm">nothing</span>{{/.old}}</td><td>{{#.new}}<ins>{{>t}}</ins>{{/.new}}{{^.new}}<span class="calm">nothing</span>{{/.new}}</td></tr>{{/fields}}{{/items}}</tbody></table></div>{{/isChanged}}
        {{^isChanged}}<ul class="changed">{{#items}}<li>{{#.url}}<a href="{{.}}"><b class="code">{{code}}</b></a>{{/.url}}{{^.url}}<b class="code">{{code}}</b>{{/.url}} <span class="calm">{{kind}}</span> <span>{{#name}}{{>t}}{{/name}}</span></li>{{/items}}</ul>{{/isChanged}}</section>{{/sections}}
        {{#hasTargets}}<section aria-labelledby="targets"><h2 id="targets">Targets <span class="count">{{targetCount}}</span></h2>
        <div class="scroll" role="group" tabindex="0" aria-label="Changed targets"><table>
        <caption>Targets of profiles that differ</caption>
        <thead><tr><th scope="col">Profile</th><th scope="col">Competence</th><th scope="col">Version {{base}}</th><th scope="col">Version {{version}}</th></tr></thead>
        <tbody>{{#targets}}<tr><th scope="row">{{profile}}</th><td>{{competence}}</td><td>{{old}}</td><td>{{new}}</td></tr>{{/targets}}</tbody></table></div></section>{{/hasTargets}}
        {{/.base}}
        {{^.base}}<p class="notice">This is the only version that is published here.</p>{{/.base}}
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// The whole framework for paper; see ``FrameworkBook``.
    static let frameworkBook = """
        {{<layout}}{{$title}}{{#heading}}{{text}}{{/heading}} {{version}}{{/title}}{{$class}} class="wide book"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <p class="notice screen">This page holds the whole framework, laid out for paper: print it, or save it as PDF, from your browser.</p>
        <p class="over">{{edition}}</p>
        <h1>{{#heading}}{{>t}}{{/heading}}</h1>
        {{#.lead}}<p class="lead">{{>t}}</p>{{/.lead}}
        {{#.remarks}}<p class="notice">{{>t}}</p>{{/.remarks}}
        {{>framework-foot}}
        \(eqf)
        {{#areas}}<section class="sheet"><h2><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</h2>
        {{#.about}}<p>{{>t}}</p>{{/.about}}
        {{#competences}}<article class="whole"><h3><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</h3>
        {{>framework-levels}}
        {{#.notes}}<p class="note">{{>t}}</p>{{/.notes}}</article>{{/competences}}</section>{{/areas}}
        {{#.matrix}}<section class="sheet"><h2>Who needs what</h2>{{>framework-matrix}}
        <ul class="key">{{#columns}}<li><b class="code">{{code}}</b> {{#name}}{{>t}}{{/name}}</li>{{/columns}}</ul></section>{{/.matrix}}
        {{#hasProfiles}}<section class="sheet"><h2>Staff profiles</h2>
        {{#profiles}}<article class="whole portrait"><div><h3><b class="code">{{code}}</b> {{#statement}}{{>t}}{{/statement}}</h3>
        {{#.about}}<p>{{>t}}</p>{{/.about}}
        {{#.alignments}}<ul class="plain">{{#entries}}<li>{{title}} <span class="calm">{{match}}, {{scheme}}{{#.group}}, {{.}}{{/.group}}</span></li>{{/entries}}</ul>{{/.alignments}}</div>
        {{#.radar}}{{>radar}}{{/.radar}}</article>{{/profiles}}</section>{{/hasProfiles}}
        {{/body}}{{/layout}}
        """
}
