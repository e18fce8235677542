extension Templates {
    /// The description of our own interfaces, for people; see ``APIPage``.
    static let docs = """
        {{<layout}}{{$title}}{{title}}: interfaces{{/title}}{{$body}}
        <h1>{{title}}: interfaces</h1>
        {{#paragraphs}}<p class="lead">{{>parts}}</p>{{/paragraphs}}
        <p class="note">Version {{version}}, as <a href="/api/openapi.json">OpenAPI 3.1</a> for programs.</p>
        {{#groups}}
        <h2>{{name}}</h2>
        <p>{{>parts}}</p>
        {{#operations}}
        <section class="panel" id="{{id}}" aria-labelledby="{{id}}-title">
        <h3 id="{{id}}-title">{{summary}}</h3>
        <p><code>{{method}} {{path}}</code>{{^needsKey}} <span class="calm">needs no key</span>{{/needsKey}}</p>
        {{#paragraphs}}<p>{{>parts}}</p>{{/paragraphs}}
        {{#lists}}
        <h4>{{title}}</h4>
        <dl>{{#fields}}<dt><code>{{name}}</code> <span class="calm">{{type}}{{#isRequired}}, required{{/isRequired}}</span></dt><dd>{{>parts}}</dd>{{/fields}}</dl>
        {{/lists}}
        <h4>Answers</h4>
        <dl class="facts">{{#answers}}<dt>{{status}}</dt><dd>{{>parts}}</dd>{{/answers}}</dl>
        </section>
        {{/operations}}
        {{/groups}}
        {{/body}}{{/layout}}
        """

    /// A text with code in it.
    static let parts =
        "{{#parts}}{{#isCode}}<code>{{text}}</code>{{/isCode}}{{^isCode}}{{text}}{{/isCode}}{{/parts}}"
}
