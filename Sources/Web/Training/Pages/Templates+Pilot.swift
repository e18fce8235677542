extension Templates {
    /// A pilot; see ``PilotPage``.
    static let pilot = """
        {{<layout}}{{$title}}{{heading}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over">Pilot {{code}}</p>
        <h1>{{heading}}</h1>
        <p class="origin">{{#state}}<span class="state {{tone}}">{{label}}</span>{{/state}} <span class="calm">{{days}}</span></p>
        <dl class="facts">
        <dt>Partners</dt><dd>{{partners}}</dd>
        <dt>Trains</dt><dd><ul class="plain">{{#profiles}}<li>{{#.url}}<a href="{{.}}">{{/.url}}<b class="code">{{code}}</b> {{name}}{{#.url}}</a>{{/.url}}</li>{{/profiles}}</ul></dd>
        <dt>Curriculum</dt><dd>{{#curriculum}}{{#.url}}<a href="{{.}}">{{/.url}}{{name}}{{#.url}}</a>{{/.url}}{{/curriculum}}</dd>
        <dt>Planned time</dt><dd>{{plannedHours}}</dd>
        <dt>Methodology</dt><dd>{{#methodology}}{{>content}}{{/methodology}}</dd>
        <dt>Evaluation</dt><dd><a href="{{actionsURL}}">Findings and actions</a>, <a href="{{reportsURL}}">evaluation reports</a></dd>
        {{#.closingReason}}<dt>Closed early, for</dt><dd>{{.}}</dd>{{/.closingReason}}
        {{#.report}}<dt>Report</dt><dd>{{#.address}}<a href="{{.}}">{{/.address}}{{reference}}{{#.address}}</a>{{/.address}}, of {{day}}</dd>{{/.report}}
        <dt>Named in statements</dt><dd><code>{{iri}}</code></dd>
        </dl>
        <section aria-labelledby="next"><h2 id="next">What comes next</h2>
        {{#.next}}{{#isReady}}<p>The pilot has all that it needs to be {{state}}.</p>{{/isReady}}{{^isReady}}<div class="notice"><p>Before the pilot can be {{state}}:</p><ul>{{#unmet}}<li>{{.}}</li>{{/unmet}}</ul></div>{{/isReady}}{{/.next}}
        {{^.next}}<p>Nothing: it is reported.</p>{{/.next}}</section>
        {{#plan}}<section aria-labelledby="plan"><h2 id="plan">Plan</h2>
        {{#isEmpty}}<p class="calm">No phases, sessions, trainers or costs are told yet.</p>{{/isEmpty}}
        {{#.phases}}<h3>Phases</h3>{{>table}}{{/.phases}}
        {{#.sessions}}<h3>Sessions</h3>{{>table}}{{/.sessions}}
        {{#.trainers}}<h3>Trainers</h3>{{>table}}{{/.trainers}}
        {{#.costs}}<h3>Costs</h3>{{>table}}{{/.costs}}</section>{{/plan}}
        <section aria-labelledby="instruments"><h2 id="instruments">Instruments</h2>
        {{#.instruments}}{{>table}}{{/.instruments}}{{^.instruments}}<p class="calm">None is planned yet.</p>{{/.instruments}}</section>
        <section aria-labelledby="people"><h2 id="people">People</h2>
        {{#.groups}}{{>table}}{{/.groups}}{{^.groups}}<p class="calm">Nobody is enrolled yet.</p>{{/.groups}}</section>
        <section aria-labelledby="coverage"><h2 id="coverage">What its curriculum covers</h2>
        {{#.coverage}}{{>coverage}}{{/.coverage}}{{^.coverage}}<p class="calm">Not known: its curriculum is not defined here, is not yours, or is for no profile that demands anything.</p>{{/.coverage}}</section>
        <section aria-labelledby="history"><h2 id="history">History</h2>
        {{#.history}}{{>table}}{{/.history}}</section>
        <section class="screen" aria-labelledby="platforms"><h2 id="platforms">For training platforms</h2>
        <p class="prose">Courses that are launched with these have statements that name the pilot. They name people by their accounts.</p>
        <dl class="facts">{{#launches}}<dt>{{phase}}</dt><dd>{{#forms}}<a class="file" href="{{url}}" download="{{file}}">{{name}}<span class="unseen">, {{phase}}</span></a> {{/forms}}</dd>{{/launches}}</dl></section>
        {{#.views}}<section class="screen" aria-labelledby="views"><h2 id="views">For evaluators</h2>
        <p class="prose">An evaluator's login sees the pilot in these views; where they have the column <code>pilot</code>, as <code>'{{code}}'</code>.</p>
        {{>table}}</section>{{/.views}}
        {{>training-foot}}
        {{/body}}{{/layout}}
        """
}
