extension Templates {
    /// The pages of holders, and of those whom holders show a credential.
    static let holders = [
        "claim": claim, "holder": holder, "held": held, "signed-out": signedOut, "no-holder": noHolder,
        "share-made": shareMade,
        "shared": shared, "share-ended": shareEnded, "achievement": achievement, "scale": scale,
    ]

    /// What opening a claim link shows; the button opens a session.
    static let claim = """
        {{<layout}}{{$title}}Your credentials{{/title}}{{$body}}
        <h1>Your credentials</h1>
        <p class="lead">This link is for one person: the one whom these credentials are about. Open it on a device that is yours.</p>
        <form method="post"><button>Show my credentials</button></form>
        <p class="note">The button lets this browser in for {{hours}} hours, with a cookie that serves for nothing else. You can use the link again until it expires. Whoever has it can see your credentials: keep it to yourself, and to show a single credential to somebody, make a link for that on the next page.</p>
        {{/body}}{{/layout}}
        """

    static let noHolder = """
        {{<layout}}{{$title}}Your credentials{{/title}}{{$body}}
        <h1>Your credentials</h1>
        <p class="lead">Open the link that your training organisation gave you: it lets this browser in for some hours. There is no account here, and no password.</p>
        <p>If you have no such link, or it has expired, ask the organisation for one. If somebody showed you a credential, open the link that they gave you; it starts with <code>/v/</code>.</p>
        {{/body}}{{/layout}}
        """

    static let signedOut = """
        {{<layout}}{{$title}}Signed out{{/title}}{{$body}}
        <h1>Signed out</h1>
        <p class="lead">This browser no longer shows your credentials. To come back, open the link that your training organisation gave you.</p>
        {{/body}}{{/layout}}
        """

    static let holder = """
        {{<layout}}{{$title}}Your credentials{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        <h1>Your credentials</h1>
        <p class="lead">{{summary}}</p>
        <div class="line"><form method="post" action="/holder/sign-out"><button class="plain-button">Sign out</button></form><span class="calm">For {{identity}}{{#.partner}}, credentials of the partner {{.}}{{/.partner}}; this browser is let in until {{endsAt}} UTC.</span></div>
        <p><a href="/holder/passport" download>All that stand in one document</a> (competence passport, CLR 2.0) · <a href="/holder/passport?form=jwt" download>as a JWT</a> · <a href="/holder/hosts">Sites that you let in</a></p>
        {{#hasGood}}<details><summary>The passport with your name in it</summary>
        <form method="post" action="/holder/passport">
        <p><label for="passport-name">Your name, as it shall stand in the signed passport</label><br><input id="passport-name" name="name" maxlength="100" autocomplete="name" required></p>
        <p><label for="passport-form">As</label><br><select id="passport-form" name="form"><option value="json">JSON-LD</option><option value="jwt">JWT</option></select></p>
        <p><button>Sign the passport with my name</button></p></form></details>{{/hasGood}}
        {{#areas}}<section aria-label="{{name}}"><h2>{{name}}</h2>
        {{#credentials}}{{>held}}{{/credentials}}</section>{{/areas}}
        <section class="prose" aria-labelledby="privacy"><h2 id="privacy">What is in a credential, and who sees it</h2>
        <ul>
        <li>It says which competence you showed at which level, by whom and when that was found, and until when it is valid. It does not contain your name, unless you have it put in: it names you by your account or mail address as a salted hash, with which somebody whom you tell “{{identity}}” can check that it is yours.</li>
        <li>If you want your name to be shown, you give it for a link, a wallet or a file. We keep it for links and offers only, sealed with the link itself, so that nobody who looks into our database can read it; it appears in no report and no evaluation. You can take it out of a link at any time.</li>
        <li>It holds no scores and no answers. The learning records that it rests on are named by number and a fingerprint only; they stay here.</li>
        <li>Nobody is shown a credential unless you, or the training organisation, give them its address, a link or a file. Search engines are asked not to list any of it.</li>
        <li>We count how often a link is opened, and on which day it last was; not by whom. A link that you take back shows nothing more. A file that you gave away stays where it is.</li>
        <li>Whether a credential was revoked is published as one of more than 131,000 anonymous places in a list, which tells nobody who you are.</li>
        </ul></section>
        {{/body}}{{/layout}}
        """

    /// A credential on the page of its holder; see ``HeldCredentialEntry``.
    static let held = """
        <article class="panel held" aria-labelledby="c-{{id}}">
        <img src="/credentials/{{id}}.svg" width="96" height="96" alt="">
        <div>
        <h3 id="c-{{id}}">{{name}}</h3>
        <p><b class="code">{{code}}</b> Level {{level}} of {{levels}}: {{levelName}} <span class="state {{tone}}">{{state}}</span></p>
        {{#.reason}}<p class="bad">{{.}}</p>{{/.reason}}
        {{#.signedAnew}}<p class="note">Signed anew on {{.}}, because the key of before is not trusted any more. Links that you made show the new one. Copies of before, in wallets, passports and files, are not accepted any more: put it into your wallet again, and hand on new files.</p>{{/.signedAnew}}
        <p>{{descriptor}}</p>
        <p class="calm">{{framework}}{{#.profile}}; shown as {{.}}{{/.profile}}; rests on {{evidence}}.{{#.eqf}} The framework refers this level to EQF {{.}}, as an indication of complexity; the credential is not a qualification.{{/.eqf}}</p>
        <p class="files"><a href="/credentials/{{id}}">Its page<span class="unseen"> of {{code}}</span></a> <a href="/credentials/{{id}}.json">JSON-LD<span class="unseen"> of {{code}}</span></a> <a href="/credentials/{{id}}.jwt">JWT<span class="unseen"> of {{code}}</span></a> <a href="/credentials/{{id}}.png" download>Badge as PNG<span class="unseen"> of {{code}}</span></a> <a href="/credentials/{{id}}.svg" download>Badge as SVG<span class="unseen"> of {{code}}</span></a></p>
        {{#isGood}}<details><summary>Show it to somebody<span class="unseen">: {{code}}</span></summary>
        <form method="post" action="/holder/credentials/{{id}}/links">
        <p><label for="l-{{id}}">For whom, so that you know it again (only you see it)</label><br><input id="l-{{id}}" name="label" maxlength="100" autocomplete="off"></p>
        <p><label for="d-{{id}}">How long the link works</label><br><select id="d-{{id}}" name="days"><option value="7">a week</option><option value="30">30 days</option><option value="90" selected>90 days</option><option value="365">a year</option><option value="">until I take it back</option></select></p>
        <p><label><input type="checkbox" name="evidence" value="yes"> Show the single pieces of evidence too</label></p>
        <p><label for="s-{{id}}">Your name, if the link shall show it (optional; you can take it out again)</label><br><input id="s-{{id}}" name="name" maxlength="100" autocomplete="name"></p>
        <p><button>Make a link<span class="unseen"> to {{code}}</span></button></p></form></details>{{/isGood}}
        {{#isGood}}<details><summary>Put it into a wallet<span class="unseen">: {{code}}</span></summary>
        <form method="post" action="/holder/credentials/{{id}}/wallet">
        <p><label><input type="checkbox" name="code" value="yes"> Have the wallet ask for a code, since others may see my screen</label></p>
        <p><label for="w-{{id}}">Your name, if it shall stand in the wallet's copy (optional)</label><br><input id="w-{{id}}" name="name" maxlength="100" autocomplete="name"></p>
        <p><button>Offer it to my wallet<span class="unseen">: {{code}}</span></button></p></form></details>{{/isGood}}
        {{#isGood}}<details><summary>Have it with your name in it<span class="unseen">: {{code}}</span></summary>
        <form method="post" action="/holder/credentials/{{id}}/named">
        <p><label for="p-{{id}}">Your name, as it shall stand in the signed credential</label><br><input id="p-{{id}}" name="name" maxlength="100" autocomplete="name" required></p>
        <p><label for="f-{{id}}">As</label><br><select id="f-{{id}}" name="form"><option value="pdf">certificate (PDF)</option><option value="json">JSON-LD</option><option value="jwt">JWT</option><option value="png">badge as PNG</option><option value="svg">badge as SVG</option></select></p>
        <p><button>Sign it with my name<span class="unseen">: {{code}}</span></button></p>
        <p class="note">It is signed for you now and kept nowhere here. It says that the name is as you gave it. What you hand on stays with whoever has it: a name in a file cannot be called back.</p></form></details>{{/isGood}}
        {{^isRevoked}}<details><summary>Certificate for print<span class="unseen">: {{code}}</span></summary>
        <form method="post" action="/holder/credentials/{{id}}/certificate">
        <p><label for="n-{{id}}">Name to print (optional; it is kept nowhere, and no part of the signed credential)</label><br><input id="n-{{id}}" name="name" maxlength="100" autocomplete="name"></p>
        <p><button>Get the PDF<span class="unseen"> of {{code}}</span></button></p></form></details>{{/isRevoked}}
        {{#isGood}}<p><a href="{{linkedIn}}" rel="noreferrer">Add to my LinkedIn profile<span class="unseen">: {{code}}</span></a> <span class="calm">LinkedIn is told the credential's address.</span></p>{{/isGood}}
        {{#hasShares}}<h4>Links that show it</h4>
        <ul class="plain shares">{{#shares}}<li>{{#isGood}}<form method="post" action="/holder/links/{{id}}/revocation"><button class="plain-button">Take back<span class="unseen"> {{label}}</span></button></form>{{/isGood}}{{#showsName}}<form method="post" action="/holder/links/{{id}}/name-removal"><button class="plain-button">Take my name out<span class="unseen"> of {{label}}</span></button></form>{{/showsName}}<span><b>{{label}}</b>: {{about}}</span></li>{{/shares}}</ul>{{/hasShares}}
        </div></article>
        """

    /// A link that was just made; see ``SharedLinkPage``.
    static let shareMade = """
        {{<layout}}{{$title}}A link to show{{/title}}{{$body}}
        <h1>A link to show</h1>
        <p class="lead">{{name}}</p>
        <p>Copy it now: it is shown this once.</p>
        <pre tabindex="0"><code>{{url}}</code></pre>
        <div class="qr">{{{code}}}</div>
        <p>{{end}} {{evidence}} {{person}}</p>
        <p><a href="{{linkedIn}}" rel="noreferrer">Add to my LinkedIn profile</a> · <a href="{{url}}">See what it shows</a> (counts as an opening) · <a href="/holder">Back to my credentials</a></p>
        {{/body}}{{/layout}}
        """
}
