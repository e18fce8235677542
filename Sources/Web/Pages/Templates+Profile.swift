extension Templates {
    /// An xAPI profile, or one of its parts.
    static let profile = """
        {{<layout}}{{$title}}{{name}}{{/title}}{{$body}}
        {{#whole}}<p class="note">Part of <a href="{{url}}">{{text}}</a></p>{{/whole}}
        <h1>{{name}}</h1>
        {{#lead}}<p class="lead">{{lead}}</p>{{/lead}}
        <dl class="facts">
        <dt>Identifier</dt><dd><code>{{iri}}</code></dd>
        <dt>Version</dt><dd>{{#version}}<a href="{{url}}"><code>{{text}}</code></a>{{/version}}, {{date}}</dd>
        <dt>Author</dt><dd>{{author}}</dd>
        </dl>
        <p class="note">Programs get it as JSON-LD: <code>curl -H 'Accept: application/ld+json' …{{path}}</code></p>
        {{^whole}}<nav aria-label="Parts"><ul class="jumps">{{#sections}}<li><a href="#{{anchor}}">{{title}}</a> <span class="calm">{{count}}</span></li>{{/sections}}</ul></nav>{{/whole}}
        {{#sections}}
        <section class="parts" aria-labelledby="{{anchor}}"><h2 id="{{anchor}}">{{title}}</h2>
        {{#parts}}
        <article class="panel" id="{{anchor}}">
        <h3><a href="#{{anchor}}">{{name}}</a> <span class="kind">{{kind}}{{#isDeprecated}}, deprecated{{/isDeprecated}}</span></h3>
        {{#about}}<p>{{about}}</p>{{/about}}
        <p class="note"><code>{{iri}}</code></p>
        {{#facts}}<p class="fact"><strong>{{name}}</strong> {{#links}}<a href="{{url}}">{{text}}</a> {{/links}}</p>{{/facts}}
        {{#schema}}<pre tabindex="0"><code>{{schema}}</code></pre>{{/schema}}
        {{#hasRules}}<details{{#whole}} open{{/whole}}><summary>Rules</summary>
        <ol class="rules">{{#rules}}<li><code>{{location}}</code><br>{{requirement}}{{#note}} <span class="calm">– {{note}}</span>{{/note}}</li>{{/rules}}</ol>
        </details>{{/hasRules}}
        </article>
        {{/parts}}
        </section>
        {{/sections}}
        {{/body}}{{/layout}}
        """
}
