extension Templates {
    /// A credential that its holder shows; see ``SharedCredentialPage``.
    static let shared = """
        {{<layout}}{{$robots}}<meta name="robots" content="noindex, nofollow">
        <meta property="og:title" content="{{title}}">
        <meta property="og:description" content="A competence credential, checked when you open it.">{{/robots}}{{$title}}{{title}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        <p class="verdict {{tone}}" role="status"><strong>{{verdict}}</strong> <span>{{verdictText}}</span></p>
        <p class="calm">Checked just now, at {{checkedAt}} UTC. {{linkEnd}}; that is apart from how long the credential itself is valid.</p>
        {{#content}}
        <h1 lang="{{language}}">{{name}}</h1>
        <div class="held"><img src="{{path}}/credential.svg" width="96" height="96" alt=""><p class="lead" lang="{{language}}">{{descriptor}}</p></div>
        <dl class="facts">
        {{#facts}}<dt>{{name}}</dt><dd>{{text}}</dd>{{/facts}}
        <dt>Issued by</dt><dd><a href="/issuer">{{issuer}}</a><br><code>{{issuerID}}</code></dd>
        </dl>
        <section aria-labelledby="scale"><h2 id="scale">The levels of this competence</h2>
        <div lang="{{language}}">{{#scale}}{{>scale}}{{/scale}}</div>
        <p class="note">A reference to the European Qualifications Framework indicates complexity. The credential is not a qualification, and has no level of that framework.</p></section>
        <section class="prose" aria-labelledby="found"><h2 id="found">How the level was found</h2>
        {{#criteria}}<p>{{.}}</p>{{/criteria}}
        <p>{{kinds}}</p>
        {{#showsEvidence}}<ul class="evidence">{{#evidence}}<li><b>{{name}}</b>, {{genre}}<br><code>{{id}}</code><br><span class="calm">Digest (multihash of its canonical JSON): <code>{{digest}}</code></span></li>{{/evidence}}</ul>
        <p class="note">The records themselves are with the training organisation. Whoever is shown one can tell by its digest whether it is the one that the credential rests on.</p>{{/showsEvidence}}</section>
        {{/content}}
        <section class="panel" aria-labelledby="checks"><h2 id="checks">What was checked</h2>
        <ul class="checks">{{#checks}}<li class="{{tone}}"><span class="outcome">{{outcome}}</span> <span><strong>{{name}}</strong> {{text}}</span></li>{{/checks}}</ul>
        </section>
        {{#content}}
        <section class="panel" aria-labelledby="person"><h2 id="person">Is it about the person before you?</h2>
        <form method="post"><p><label for="recipient">The mail address or account that the person gave you</label><br><input id="recipient" name="recipient" value="{{asked}}" maxlength="500" autocomplete="off"></p>
        <p><button>Compare</button></p></form>
        <p class="note">What you write is compared with the credential's hash, and kept nowhere.</p></section>
        <section class="panel" aria-labelledby="own"><h2 id="own">Check it yourself</h2>
        <p>The signed credential is a file that any verifier of Open Badges 3.0 reads; it needs nothing of this server but the <a href="/.well-known/did.json">issuer's keys</a> and its status list.</p>
        <p class="files"><a href="{{path}}/credential.json">JSON-LD</a> <a href="{{path}}/credential.jwt">JWT</a> <a href="{{path}}/credential.png" download>Badge as PNG</a> <a href="{{path}}/credential.svg" download>Badge as SVG</a> <a href="{{path}}/credential.pdf">Certificate as PDF</a></p>
        <p>One that is independent of us: <a href="https://verifierplus.org/" rel="noreferrer">VerifierPlus</a> of the Digital Credentials Consortium takes the JSON-LD file or the PNG.</p>
        <details><summary>QR code of this page</summary><div class="qr">{{{code}}}</div></details></section>
        {{/content}}
        {{/body}}{{/layout}}
        """

    /// The levels of a competence; see ``LevelScale``.
    static let scale = """
        <ol class="levels">{{#levels}}<li{{#isReached}} class="reached"{{/isReached}}><p class="step">{{number}} {{name}}{{#isReached}} <span class="state good">{{reachedWord}}</span>{{/isReached}}</p><p>{{descriptor}}</p>{{#.eqf}}<p class="eqf">{{.}}</p>{{/.eqf}}</li>{{/levels}}</ol>
        """

    /// A link that shows nothing any more.
    static let shareEnded = """
        {{<layout}}{{$title}}Nothing is shown here any more{{/title}}{{$body}}
        <h1>Nothing is shown here any more</h1>
        <p class="lead">{{reason}}</p>
        <p>That says nothing about what it showed. Whoever gave you the link can make another.</p>
        {{/body}}{{/layout}}
        """

    /// What credentials attest.
    static let achievement = """
        {{<layout}}{{$robots}}{{/robots}}{{$title}}{{name}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        <p class="over">Achievement {{code}}</p>
        <h1 lang="{{language}}">{{name}}</h1>
        {{#isTranslated}}<nav class="crumbs" aria-label="Language of the texts"><ol>{{#translations}}<li><a href="{{url}}" lang="{{language}}" hreflang="{{language}}">{{name}}</a></li>{{/translations}}</ol></nav>{{/isTranslated}}
        <div class="held"><img src="{{picture}}" width="96" height="96" alt=""><p class="lead" lang="{{language}}">{{descriptor}}</p></div>
        <dl class="facts"><dt>Competence</dt><dd lang="{{language}}"><a href="{{competenceURL}}">{{competence}}</a></dd><dt>Framework</dt><dd>{{framework}}</dd><dt>Attested by</dt><dd><a href="/issuer">{{issuer}}</a></dd></dl>
        <section aria-labelledby="scale"><h2 id="scale">The levels of this competence</h2>
        <div lang="{{language}}">{{#scale}}{{>scale}}{{/scale}}</div>
        <p class="note">A reference to the European Qualifications Framework indicates complexity. A credential is not a qualification, and has no level of that framework.</p></section>
        <section class="prose" aria-labelledby="found"><h2 id="found">How the level is found</h2>
        {{#criteria}}<p>{{.}}</p>{{/criteria}}</section>
        {{/body}}{{/layout}}
        """
}
