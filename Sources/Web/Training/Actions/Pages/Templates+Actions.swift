extension Templates {
    /// The pages of findings and actions, and what they share.
    static let actions = [
        "action-register": actionRegister, "finding": finding, "action": action, "action-timeline": actionTimeline,
        "refusal": refusal, "form": form,
    ]

    /// Why what was sent is refused.
    static let refusal = """
        {{#.refusal}}<div class="verdict bad" role="alert"><strong>This was not done.</strong> {{.}}</div>{{/.refusal}}
        """

    /// A pilot's findings and actions; see ``ActionRegister``.
    static let actionRegister = """
        {{<layout}}{{$title}}Findings and actions: {{heading}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over"><a href="{{pilotURL}}">Pilot {{code}}</a></p>
        <h1>Findings and actions: {{heading}}</h1>
        {{>refusal}}
        <p class="lead">{{summary}}</p>
        {{#.lacking}}<div class="notice"><p>Each must demands an action, or a rejection with a reason. These have neither:</p>{{>lines}}</div>{{/.lacking}}
        <section aria-labelledby="findings"><h2 id="findings">Findings</h2>
        {{#.findings}}{{>table}}{{/.findings}}{{^.findings}}<p class="calm">None is noted yet.</p>{{/.findings}}
        {{#.form}}{{>form}}{{/.form}}</section>
        <section aria-labelledby="actions"><h2 id="actions">Actions</h2>
        {{#.actions}}{{>table}}{{/.actions}}{{^.actions}}<p class="calm">None is proposed yet.</p>{{/.actions}}</section>
        {{#.timeline}}<section aria-labelledby="timeline"><h2 id="timeline">In time</h2>{{>action-timeline}}</section>{{/.timeline}}
        {{>training-foot}}
        {{/body}}{{/layout}}
        """

    /// A chart of actions in time; see ``ActionTimeline``.
    static let actionTimeline = """
        <div class="scroll" role="group" tabindex="0" aria-label="Chart of actions in time"><svg class="timeline" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{summary}}. The table has every date.">
        {{#ticks}}<line class="tick" x1="{{x}}" y1="24" x2="{{x}}" y2="{{bottom}}"/><text class="month" x="{{x}}" y="16">{{label}}</text>{{/ticks}}
        {{#rows}}<text class="label" x="0" y="{{labelY}}">{{label}}</text><rect class="run {{style}}" x="{{barX}}" y="{{barY}}" width="{{barWidth}}" height="12" rx="3"/>{{#.done}}<path class="done-mark" d="{{.}}"/>{{/.done}}{{#.verified}}<path class="verified-mark" d="{{.}}"/>{{/.verified}}{{/rows}}
        <line class="today" x1="{{today}}" y1="22" x2="{{today}}" y2="{{bottom}}"/></svg></div>
        <p class="note">A bar goes from the day of the proposal to the day when the action is due; dashed bars are overdue. A diamond is the day when it was reported done, a tick the day when that was verified. The dashed line is today.</p>
        """

    /// A finding; see ``FindingPage``.
    static let finding = """
        {{<layout}}{{$title}}Finding {{number}}: {{heading}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over"><a href="{{registerURL}}">Findings and actions: {{pilot}}</a></p>
        <h1><span class="calm">Finding {{number}}</span> {{heading}}</h1>
        {{>refusal}}
        {{#lacks}}<div class="notice"><p>This is a must that nobody has answered: it demands an action, or a rejection with a reason.</p></div>{{/lacks}}
        <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd>{{#content}}{{>content}}{{/content}}</dd>{{/facts}}</dl>
        <section aria-labelledby="actions"><h2 id="actions">Actions</h2>
        {{#.actions}}{{>table}}{{/.actions}}{{^.actions}}<p class="calm">None is proposed yet.</p>{{/.actions}}
        {{#forms}}{{>form}}{{/forms}}</section>
        {{>training-foot}}
        {{/body}}{{/layout}}
        """

    /// An action; see ``ActionPage``.
    static let action = """
        {{<layout}}{{$title}}Action {{number}}: {{heading}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over"><a href="{{registerURL}}">Findings and actions: {{pilot}}</a></p>
        <h1><span class="calm">Action {{number}}</span> {{heading}}</h1>
        <p class="origin">{{#state}}<span class="state {{tone}}">{{label}}</span>{{/state}}{{#overdue}} <span class="bad">overdue</span>{{/overdue}}</p>
        {{>refusal}}
        <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd>{{#content}}{{>content}}{{/content}}</dd>{{/facts}}</dl>
        <section class="screen" aria-labelledby="steps"><h2 id="steps">What comes next</h2>
        {{#forms}}{{>form}}{{/forms}}{{^forms}}<p class="calm">Nothing that this key can do.</p>{{/forms}}</section>
        <section aria-labelledby="effect"><h2 id="effect">Effect in the next run</h2>
        {{#.effect}}{{>table}}<p class="note">Other people took part in the later run: that the number changed does not tell that the action changed it.</p>{{/.effect}}{{^.effect}}<p class="calm">{{noEffect}}</p>{{/.effect}}</section>
        <section aria-labelledby="history"><h2 id="history">History</h2>
        {{#.history}}{{>table}}{{/.history}}</section>
        {{>training-foot}}
        {{/body}}{{/layout}}
        """
}
