extension Templates {
    /// The pages on which credentials are verified.
    static let verification = ["verify": verify, "verified": verified, "verify-form": verifyForm]

    /// The page with the form; see ``VerifyPage``.
    static let verify = """
        {{<layout}}{{$title}}Check a credential{{/title}}{{$body}}
        <h1>Check a credential</h1>
        <p class="lead">See whether a certificate of competence is genuine, in force and about the person in front of you. It costs nothing and needs no account; what you hand in is not kept.</p>
        {{#message}}<p class="verdict warn" role="alert"><strong>This could not be checked</strong> <span>{{.}}</span></p>{{/message}}
        {{>verify-form}}
        <section class="panel" aria-labelledby="many"><h2 id="many">Many at once</h2>
        <p>Programs check up to a hundred credentials in one request: see <a href="/api/docs">the interfaces</a>.</p></section>
        <script src="{{script}}" defer></script>
        {{/body}}{{/layout}}
        """

    /// The form itself.
    static let verifyForm = """
        <form class="hand-in" id="verify" action="/verify" method="post" enctype="multipart/form-data">
        <p><label for="credential">Link or text of the credential</label>
        <textarea id="credential" name="credential" rows="4" spellcheck="false" autocomplete="off" aria-describedby="credential-hint">{{link}}</textarea>
        <span class="hint" id="credential-hint">The link below the QR code, or the whole text of the credential.</span></p>
        <p><label for="file">Or a file</label>
        <input id="file" name="file" type="file" accept=".json,.jsonld,.jwt,.jws,.txt,.png,.jpg,.jpeg,.svg,.pdf,application/json,image/png,image/jpeg,image/svg+xml,application/pdf" aria-describedby="file-hint">
        <span class="hint" id="file-hint">A badge (PNG or SVG), a certificate (PDF), a file that ends in .json or .jwt, or a photo of a QR code (PNG or JPEG), which your browser reads if it can.</span>
        <span class="hint" id="file-state" role="status"></span></p>
        <p><button type="button" id="scan" hidden>Scan a QR code</button> <span class="hint" id="scan-state" role="status"></span></p>
        <div class="stage" id="stage" hidden><video id="video" muted playsinline aria-label="What the camera sees"></video>
        <button type="button" id="stop">Stop the camera</button></div>
        <p><label for="recipient">Who should it be about? (optional)</label>
        <input id="recipient" name="recipient" type="text" maxlength="500" autocomplete="off" aria-describedby="recipient-hint">
        <span class="hint" id="recipient-hint">The e-mail address or name that the person gave you. It is compared and forgotten.</span></p>
        <p><button type="submit">Check</button></p>
        </form>
        """

    /// What was found; see ``VerifiedPage``.
    static let verified = """
        {{<layout}}{{$title}}{{verdict}}: a credential checked{{/title}}{{$body}}
        <p class="verdict {{tone}}" role="status"><strong>{{verdict}}</strong> <span>{{text}}</span></p>
        {{^content}}<h1>Nothing of what it says is shown</h1>
        <p class="lead">As long as it is not certain who signed a credential, nobody stands behind what it says.</p>{{/content}}
        {{#content}}<h1>{{name}}</h1>
        {{#.description}}<p class="lead">{{.}}</p>{{/.description}}{{/content}}
        <section class="panel" aria-labelledby="checks"><h2 id="checks">What was checked</h2>
        <ul class="checks">{{#checks}}<li class="{{tone}}"><span class="outcome">{{outcome}}</span> <span><b>{{name}}</b> {{text}}</span></li>{{/checks}}</ul>
        <p class="note">Checked on {{time}} by this server. {{#recipient}}Compared with “{{.}}”, which is not kept.{{/recipient}}</p>
        </section>
        {{#content}}
        <dl class="facts">
        {{#.recipient}}<dt>Issued to</dt><dd>{{.}}</dd>{{/.recipient}}
        {{^.recipient}}<dt>Issued to</dt><dd>A person whom the credential does not name in clear. Give an e-mail address below to compare it.</dd>{{/.recipient}}
        {{#issuer}}<dt>Issued by</dt><dd>{{name}}{{#.domain}}<br>proven by the web site <b>{{.}}</b>{{/.domain}}{{#isOurs}}, which is this one{{/isOurs}}<br><code>{{id}}</code></dd>{{/issuer}}
        {{#.code}}<dt>Code</dt><dd><code>{{.}}</code></dd>{{/.code}}
        <dt>Valid</dt><dd>{{validity}}</dd>
        {{#.criteria}}<dt>How it was found</dt><dd class="narrative">{{.}}</dd>{{/.criteria}}
        </dl>
        {{#issuer}}<p class="note">The check proves that whoever runs that web site issued it{{^isOurs}}; whether you trust them is for you to decide, this site does not vouch for them{{/isOurs}}.</p>{{/issuer}}
        {{#.level}}<section aria-labelledby="level"><h2 id="level">{{name}}</h2>
        <ol class="levels">{{#steps}}<li{{#isReached}} class="reached"{{/isReached}}><p class="step">{{number}} {{name}}{{#isReached}} <span class="state good">Reached</span>{{/isReached}}</p>{{#.description}}<p>{{.}}</p>{{/.description}}{{#.eqf}}<p class="eqf">Described with reference to EQF level {{.}}</p>{{/.eqf}}</li>{{/steps}}</ol>
        {{#hasEQF}}<p class="note">References to the European Qualifications Framework tell how complex the tasks of a level are. This credential is no qualification of that level.</p>{{/hasEQF}}</section>{{/.level}}
        {{#hasAlignments}}<section class="panel" aria-labelledby="fits"><h2 id="fits">What it refers to</h2>
        <ul class="plain">{{#alignments}}<li>{{#.url}}<a href="{{.}}" rel="noreferrer">{{/.url}}{{#.code}}<b class="code">{{.}}</b> {{/.code}}{{name}}{{#.url}}</a>{{/.url}}{{#.framework}} <span class="calm">({{.}})</span>{{/.framework}}</li>{{/alignments}}</ul></section>{{/hasAlignments}}
        {{/content}}
        <section class="panel" aria-labelledby="elsewhere"><h2 id="elsewhere">Check it elsewhere</h2>
        <p>You need not take this site's word for it. Other organisations run verifiers of their own:</p>
        <ul>{{#elsewhere}}{{#.verifier}}<li><a href="{{.}}" rel="noreferrer">Check it with VerifierPlus</a> (Digital Credentials Consortium)</li>{{/.verifier}}{{^.verifier}}<li><a href="https://verifierplus.org/" rel="noreferrer">VerifierPlus</a> (Digital Credentials Consortium): hand in the same file or text there</li>{{/.verifier}}
        <li><a href="https://vc.1ed.tech/" rel="noreferrer">1EdTech's validator</a>: hand in the same file or text there</li>
        {{#.own}}<li><a href="{{.}}">The credential's own page</a></li>{{/.own}}{{/elsewhere}}</ul>
        {{#content}}{{#.document}}<details><summary>How to check it yourself</summary>
        <p>The signature is made with a key that the issuer publishes. Any program that knows Open Badges 3.0 can get the key and check the signature:</p>
        <pre tabindex="0"><code>curl {{.}}</code></pre></details>{{/.document}}{{/content}}
        </section>
        <section aria-labelledby="another"><h2 id="another">Check another, or compare with a person</h2>
        {{>verify-form}}</section>
        {{/body}}{{/layout}}
        """
}
