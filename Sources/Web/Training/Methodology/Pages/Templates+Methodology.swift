extension Templates {
    /// The pages of the methodology.
    static let methodology = ["methodology": methodologyVersion]

    /// A version of a methodology; see ``MethodologyPage``.
    static let methodologyVersion = """
        {{<layout}}{{$title}}{{heading}}, version {{version}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over">Methodology {{code}}, version {{version}}</p>
        <h1>{{heading}}</h1>
        <p class="origin">{{#state}}<span class="state {{tone}}">{{label}}</span>{{/state}}{{#.published}} <span class="calm">{{.}}</span>{{/.published}}</p>
        {{#.description}}<p class="lead">{{.}}</p>{{/.description}}
        {{#.derived}}<p>Derived from version {{.}}.</p>{{/.derived}}{{#.changes}}<p>{{.}}</p>{{/.changes}}
        <section aria-labelledby="models"><h2 id="models">Models</h2>
        {{#models}}<h3>{{name}}</h3>{{#.note}}<p class="prose">{{.}}</p>{{/.note}}<dl class="facts">{{#parts}}<dt>{{name}}</dt><dd>{{question}}</dd>{{/parts}}</dl>{{/models}}</section>
        <section aria-labelledby="phases"><h2 id="phases">Phases</h2>{{#.phases}}{{>table}}{{/.phases}}</section>
        <section aria-labelledby="instruments"><h2 id="instruments">Instruments</h2>{{#.instruments}}{{>table}}{{/.instruments}}</section>
        <section aria-labelledby="thresholds"><h2 id="thresholds">Smallest numbers, and cut scores</h2>
        <dl class="facts">{{#thresholds}}<dt>{{name}}</dt><dd>{{number}}</dd>{{/thresholds}}</dl>
        <ul class="prose">{{#minimums}}<li>{{.}}</li>{{/minimums}}</ul>
        <h3>Cut scores</h3><ul class="prose">{{#cutScores}}<li>{{.}}</li>{{/cutScores}}</ul></section>
        <section aria-labelledby="formulas"><h2 id="formulas">Formulas</h2>{{#.formulas}}{{>table}}{{/.formulas}}</section>
        <section aria-labelledby="outline"><h2 id="outline">Outline of the report</h2>
        <dl class="facts">{{#outline}}<dt>{{number}} {{title}}</dt><dd>{{parts}}</dd>{{/outline}}</dl>
        <h3>Annexes</h3><dl class="facts">{{#annexes}}<dt>{{title}}</dt><dd>{{parts}}</dd>{{/annexes}}</dl></section>
        <section aria-labelledby="versions"><h2 id="versions">Versions</h2>
        <ul class="plain">{{#versions}}<li><a href="{{url}}"{{#isShown}} aria-current="page"{{/isShown}}>{{label}}</a></li>{{/versions}}</ul></section>
        {{>training-foot}}
        {{/body}}{{/layout}}
        """
}
