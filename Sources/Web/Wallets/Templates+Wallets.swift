extension Templates {
    /// The pages about wallets.
    static let wallets = ["wallet-offer": walletOffer]

    /// An offer to the holder's wallet; see ``WalletOfferPage``.
    static let walletOffer = """
        {{<layout}}{{$title}}Into your wallet{{/title}}{{$body}}
        <h1>Into your wallet</h1>
        <p class="lead">For wallets that know OpenID4VCI. The credential is bound to your wallet's key, so that nobody else can show it as theirs.</p>
        <p><a href="{{link}}">Open a wallet on this device</a>, or scan this with a wallet on another one:</p>
        <div class="qr">{{{code}}}</div>
        {{#.transactionCode}}<p>The wallet asks for a code: <strong><code>{{.}}</code></strong></p>{{/.transactionCode}}
        <p class="note">It works once, within {{minutes}} minutes, for whoever has it: keep it to yourself. A wallet's copy is the same credential: if it is revoked, the copy is, too.</p>
        <p><a href="/holder">Back to my credentials</a></p>
        {{/body}}{{/layout}}
        """
}
