extension Templates {
    /// The pages for evaluators.
    static let evaluation = ["dictionary": dictionary]

    /// Every view that evaluators may read; see ``DataDictionary``.
    static let dictionary = """
        {{<layout}}{{$title}}Data for evaluation{{/title}}{{$robots}}{{/robots}}{{$class}} class="wide"{{/class}}{{$body}}
        <h1>Data for evaluation</h1>
        <p class="lead">What evaluators query: the views of schema <code>evaluation</code>, about a partner’s own pilots, and those of schema <code>published</code>, about the pilots of all partners that were published; in the words that the database itself has for them.</p>
        <section class="panel" aria-labelledby="ways"><h2 id="ways">Two ways to the rows</h2>
        <dl>
        <dt>SQL, with a role of your own</dt><dd><code>SELECT * FROM evaluation.gain;</code> from psql, pandas, R or a tool for reports. Operators make the role by <code>tessera evaluators create</code>; example queries and a notebook come with the software, in <code>sql/examples</code>.</dd>
        <dt>HTTP, with a key</dt><dd><code>curl -u KEY:SECRET '…/api/evaluation/gain?format=csv'</code>, as JSON, CSV or lines of JSON, filtered by the values of any column. The key needs the scope <code>evaluation/read</code>; see <a href="/api/docs#readEvaluationView">the description</a>.</dd>
        </dl>
        <p class="note">By either way a partner's evaluator sees the rows of that partner's pilots in schema <code>evaluation</code>, and everybody the same in schema <code>published</code>. Numbers that would be about too few people are hidden.</p>
        </section>
        <nav aria-label="Views"><h2>Views</h2><ul class="views">{{#views}}<li><a href="#{{name}}">{{name}}</a></li>{{/views}}</ul></nav>
        {{#views}}
        <section class="view" aria-labelledby="{{name}}"><h2 id="{{name}}"><a href="#{{name}}">{{name}}</a></h2>
        <p class="prose">{{lead}}</p>
        {{#remarks}}<p class="prose"><strong>{{label}}</strong> {{text}}</p>{{/remarks}}
        <details><summary>Columns of <code>{{table}}</code></summary>
        <div class="scroll"><table class="fold">
        <caption>Columns of <code>{{table}}</code>. Rows, with a key: <a href="{{path}}?format=csv">{{name}}.csv</a>, <a href="{{path}}">JSON</a></caption>
        <thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">What it says</th></tr></thead>
        <tbody>{{#columns}}<tr id="{{anchor}}"><th scope="row"><code>{{name}}</code></th><td data-label="Type"><span class="type">{{type}}</span></td><td data-label="Says"><span>{{comment}}</span></td></tr>{{/columns}}</tbody>
        </table></div></details>
        </section>
        {{/views}}
        {{/body}}{{/layout}}
        """
}
