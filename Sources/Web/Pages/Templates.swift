/// The templates of the pages, in Mustache.
enum Templates {
    static let all = [
        "layout": layout, "home": home, "credential": credential, "issuer": issuer, "profile": profile, "docs": docs,
        "parts": parts,
    ].merging(framework) { $1 }.merging(proposals) { $1 }.merging(training) { $1 }.merging(actions) { $1 }.merging(
        methodology
    ) { $1 }.merging(holders) { $1 }.merging(
        verification
    ) { $1 }.merging(
        hosts
    ) { $1 }.merging(
        wallets
    ) { $1 }.merging(evaluation) { $1 }.merging(reports) { $1 }

    static let layout = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {{$robots}}<meta name="robots" content="noindex">{{/robots}}
        <title>{{$title}}Tessera{{/title}}</title>
        <link rel="icon" href="\(Stylesheet.icon)">
        <style>\(Stylesheet.text)\(Stylesheet.framework)\(Stylesheet.proposals)\(Stylesheet.training)\(Stylesheet.actions)\(Stylesheet.holders)\(Stylesheet.verification)\(Stylesheet.evaluation)\(Stylesheet.reports)</style>
        </head>
        <body{{$class}}{{/class}}>
        <a class="skip" href="#main">Skip to content</a>
        <header><a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Tessera</a></header>
        <main id="main" tabindex="-1">
        {{$body}}{{/body}}
        </main>
        <footer>Learning records and competence credentials for integrated urban security.</footer>
        </body>
        </html>
        """

    static let home = """
        {{<layout}}{{$title}}Tessera{{/title}}{{$body}}
        <h1>Learning records that become credentials</h1>
        <p class="lead">Training platforms post what people learn; rules find the level of competence that it shows; employers verify the credential.</p>
        <section class="panel" aria-labelledby="programs"><h2 id="programs">For programs</h2>
        <dl>
        <dt><code>{{base}}/xapi</code></dt><dd>Learning record store (xAPI 1.0.3 and 2.0), with a key by HTTP Basic.</dd>
        <dt><code>POST {{base}}/api/verify</code></dt><dd>Checks a credential; each check is named with its outcome.</dd>
        <dt><a href="/api/docs">/api/docs</a></dt><dd>Everything beside the specification: queries, import and export, quarantine, credentials.</dd>
        <dt><a href="/.well-known/did.json">/.well-known/did.json</a></dt><dd>The issuer's keys, for anybody's verifier.</dd>
        <dt><a href="/profiles/iust">/profiles/iust</a></dt><dd>The xAPI profile by which statements of pilots are written: JSON-LD for programs, a page for people.</dd>
        </dl></section>
        <section class="panel" aria-labelledby="people"><h2 id="people">For people</h2>
        <dl>
        <dt><a href="/framework">The competence framework</a></dt><dd>Areas, competences, levels and staff profiles, to read, compare and print.</dd>
        <dt><a href="/evaluation">Data for evaluation</a></dt><dd>What evaluators query: every view and column with its formula, source and caveats.</dd>
        <dt><a href="/pilots">Pilots and curricula</a></dt><dd>What a partner plans, teaches and has found, with its key.</dd>
        <dt><a href="/verify">Check a credential</a></dt><dd>By its link, text, file or QR code: whether it is genuine, in force, and about whom it should be.</dd>
        <dt><code>{{base}}/credentials/…</code></dt><dd>A credential's own page: what it says, and whether it holds.</dd>
        <dt><a href="/issuer">The issuer</a></dt><dd>Who signs the credentials of this installation.</dd>
        </dl></section>
        {{/body}}{{/layout}}
        """

    static let credential = """
        {{<layout}}{{$title}}{{name}}{{/title}}{{$body}}
        <p class="verdict {{tone}}" role="status"><strong>{{verdict}}</strong> <span>{{verdictText}}</span></p>
        {{#content}}
        <h1>{{name}}</h1>
        <p class="lead">{{description}}</p>
        <dl class="facts">
        <dt>Issued by</dt><dd>{{issuer}}<br><code>{{issuerID}}</code></dd>
        <dt>Issued to</dt><dd>{{recipient}}</dd>
        <dt>Valid</dt><dd>{{validity}}</dd>
        <dt>How it was found</dt><dd>{{criteria}}</dd>
        </dl>
        {{/content}}
        <section class="panel" aria-labelledby="checks"><h2 id="checks">What was checked</h2>
        <ul class="checks">{{#checks}}<li class="{{tone}}"><span class="outcome">{{outcome}}</span> <span><b>{{name}}</b> {{text}}</span></li>{{/checks}}</ul>
        <p class="note">Checked just now, by this server, with the keys that the issuer publishes at <a href="/.well-known/did.json">did.json</a>.</p>
        </section>
        <section class="panel" aria-labelledby="own"><h2 id="own">Check it yourself</h2>
        <p>The signed credential is a document that any verifier of Open Badges 3.0 reads, with its proof within it or as a JSON Web Token:</p>
        <pre tabindex="0"><code>curl -H 'Accept: application/vc' {{base}}/credentials/{{id}}
        curl -H 'Accept: application/vc+jwt' {{base}}/credentials/{{id}}</code></pre>
        <p>Or <a href="/verify">hand it in here</a>, to compare it with the person who showed it.</p>
        <p class="note">{{eqf}}</p>
        </section>
        {{/body}}{{/layout}}
        """

    static let issuer = """
        {{<layout}}{{$title}}{{name}}{{/title}}{{$body}}
        <h1>{{name}}</h1>
        <p class="lead">{{description}}</p>
        <dl class="facts">
        <dt>Identifier</dt><dd><code>{{did}}</code></dd>
        <dt>Keys</dt><dd><a href="/.well-known/did.json">DID document</a>, <a href="/.well-known/jwks.json">JSON Web Key set</a></dd>
        </dl>
        {{/body}}{{/layout}}
        """
}
