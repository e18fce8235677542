extension Templates {
    /// The pages about hosts of badges.
    static let hosts = [
        "host-consent": hostConsent, "host-stranger": hostStranger, "hosts-let-in": hostsLetIn, "hosts": hostRules,
    ]

    /// What a holder decides; see ``HostConsentPage``.
    static let hostConsent = """
        {{<layout}}{{$title}}Let a site in?{{/title}}{{$body}}
        <h1>Let “{{name}}” in?</h1>
        <p class="lead">A site asks to work with your credentials here. It calls itself “{{name}}”; nobody has checked that.</p>
        <dl class="facts">
        <dt>Its home page</dt><dd><a href="{{homePage}}" rel="noreferrer noopener">{{homePage}}</a></dd>
        <dt>You are sent back to</dt><dd><code>{{sentTo}}</code></dd>
        <dt>Its rules</dt><dd><a href="{{terms}}" rel="noreferrer noopener">Terms of service</a> · <a href="{{policy}}" rel="noreferrer noopener">Privacy policy</a></dd>
        <dt>Your account</dt><dd>{{account}}</dd>
        </dl>
        <h2>If you let it in, it may</h2>
        <ul>{{#wishes}}<li>{{.}}</li>{{/wishes}}</ul>
        <form method="post" action="{{action}}">
        <p><button name="decision" value="allow">Let it in</button> <button name="decision" value="deny" class="plain-button">Refuse</button></p></form>
        <p class="note">You can take this back at any time on <a href="/holder/hosts">the page of the sites that you let in</a>. What it has seen by then it may keep.</p>
        {{/body}}{{/layout}}
        """

    static let hostStranger = """
        {{<layout}}{{$title}}Who are you?{{/title}}{{$body}}
        <h1>Who are you?</h1>
        <p class="lead">“{{name}}” asks to work with somebody's credentials here, and this browser has not been let in to any.</p>
        <p>Open the link that your training organisation gave you, in this browser; then go back to “{{name}}” and try again. Nothing was given to it.</p>
        {{/body}}{{/layout}}
        """

    /// See ``HostsPage``.
    static let hostsLetIn = """
        {{<layout}}{{$title}}Sites that you let in{{/title}}{{$body}}
        <h1>Sites that you let in</h1>
        {{#isEmpty}}<p class="lead">You have let no site in.</p>{{/isEmpty}}
        {{#hosts}}<section class="panel" aria-labelledby="h-{{id}}"><h2 id="h-{{id}}">{{name}}</h2>
        <p><a href="{{homePage}}" rel="noreferrer noopener">{{homePage}}</a>, since {{since}}, {{last}}. It may:</p>
        <ul>{{#wishes}}<li>{{.}}</li>{{/wishes}}</ul>
        <form method="post" action="/holder/hosts/{{id}}/revocation"><button class="plain-button">Take back<span class="unseen"> from {{name}}</span></button></form></section>{{/hosts}}
        <p><a href="/holder">Your credentials</a></p>
        {{/body}}{{/layout}}
        """

    /// What the service description names as terms and privacy policy.
    static let hostRules = """
        {{<layout}}{{$title}}For hosts of badges{{/title}}{{$body}}
        <h1>For hosts of badges</h1>
        <p class="lead">Sites that keep or show badges can be let in by the people whose badges they are, by the Open Badges 3.0 API. The description for programs is at <a href="/ims/ob/v3p0/discovery">/ims/ob/v3p0/discovery</a>.</p>
        <section class="panel" aria-labelledby="terms"><h2 id="terms">Terms</h2>
        <ul><li>Any site may register. That proves nothing of it: each holder decides whether to let it in, and can take that back at any time.</li>
        <li>What a site may do is what the holder granted, and nothing beyond it.</li>
        <li>Credentials that a site adds are kept as they were sent, once they have been verified.</li>
        <li>These credentials attest competences. They are no qualifications.</li></ul></section>
        <section class="panel" aria-labelledby="privacy"><h2 id="privacy">Privacy</h2>
        <ul><li>A site that was let in gets the holder's credentials: what competence was shown at which level, by whom and when that was found, and the holder's account or mail address as a salted hash. It gets no scores, answers or learning records.</li>
        <li>We keep which site a holder let in, for what, and in which hour it last asked for something; not what it asked for.</li>
        <li>What a site adds for a holder goes when the holder's data are erased.</li></ul></section>
        {{/body}}{{/layout}}
        """
}
