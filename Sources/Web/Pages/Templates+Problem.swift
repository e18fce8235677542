extension Templates {
    /// A problem, for people.
    static let problem = """
        {{<layout}}{{$title}}{{title}}{{/title}}{{$body}}
        <h1>{{title}}</h1>
        <p class="lead">{{detail}}</p>
        <p><a href="/framework">The framework</a> · <a href="/">Home</a></p>
        {{/body}}{{/layout}}
        """
}
