extension Templates {
    /// The pages of proposals.
    static let proposals = [
        "framework-proposals": frameworkProposals, "framework-proposal": frameworkProposal, "words": words,
    ]

    /// The proposals against a version; see ``FrameworkProposals``.
    static let frameworkProposals = """
        {{<layout}}{{$title}}Proposals – {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <h1>Proposals for version {{version}}</h1>
        <p class="lead">{{verdict}}</p>
        <p class="prose">{{advice}}</p>
        {{#hasEntries}}<ol class="proposals">{{#entries}}<li><p class="state {{#status}}{{tone}}{{/status}}">{{#status}}{{label}}{{/status}}</p><div><h2><a href="{{url}}"><b class="code">{{number}}</b> {{#title}}{{>t}}{{/title}}</a></h2><p class="calm">{{proposer}}, {{day}} · {{counts}}</p></div></li>{{/entries}}</ol>{{/hasEntries}}
        {{#.address}}<p class="note">Partners propose with their key: <code>{{.}}</code>, see <a href="/api/docs">the description of the interfaces</a>.</p>{{/.address}}
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// A proposal; see ``FrameworkProposal``.
    static let frameworkProposal = """
        {{<layout}}{{$title}}{{#heading}}{{text}}{{/heading}} – proposal {{number}}, {{#shell}}{{name}}{{/shell}}{{/title}}{{$class}} class="wide"{{/class}}{{$robots}}{{/robots}}{{$body}}
        {{>framework-head}}
        <p class="over">Proposal {{number}}</p>
        <h1>{{#heading}}{{>t}}{{/heading}}</h1>
        <p class="origin"><span class="state {{#status}}{{tone}}{{/status}}">{{#status}}{{label}}{{/status}}</span> <span class="calm">{{origin}}</span></p>
        {{#.warning}}<p class="notice">{{.}}</p>{{/.warning}}
        <div class="prose">{{#reason}}<p>{{>t}}</p>{{/reason}}</div>
        {{#relatives}}<p class="note">{{lead}} <a href="{{url}}">{{label}}</a>.</p>{{/relatives}}
        <section aria-labelledby="edits"><h2 id="edits">What it changes</h2>
        <div class="edits">{{#edits}}<article class="edit"><h3>{{#.url}}<a href="{{.}}"><b class="code">{{code}}</b></a>{{/.url}}{{^.url}}<b class="code">{{code}}</b>{{/.url}} {{label}}</h3>
        {{#.misfit}}<p class="misfit">{{.}}</p>{{/.misfit}}
        <dl><div><dt>Before</dt><dd>{{#.before}}<del class="side"{{#.tag}} lang="{{.}}"{{/.tag}}>{{>words}}</del>{{/.before}}{{^.before}}<span class="calm">nothing</span>{{/.before}}</dd></div>
        <div><dt>After</dt><dd>{{#.after}}<ins class="side"{{#.tag}} lang="{{.}}"{{/.tag}}>{{>words}}</ins>{{/.after}}{{^.after}}<span class="calm">nothing</span>{{/.after}}</dd></div></dl></article>{{/edits}}</div></section>
        {{#.end}}<section aria-labelledby="end"><h2 id="end">{{heading}}</h2>
        <p class="origin"><span class="calm">{{sentence}}</span></p>
        <div class="prose">{{#reason}}<p>{{>t}}</p>{{/reason}}</div></section>{{/.end}}
        <section aria-labelledby="discussion"><h2 id="discussion">Discussion <span class="count">{{commentCount}}</span></h2>
        <p>{{support}}</p>
        {{#hasComments}}<ol class="comments">{{#comments}}<li id="{{anchor}}"><p class="who"><b>{{who}}</b> <time datetime="{{machineTime}}">{{time}}</time></p>{{#paragraphs}}<p>{{>t}}</p>{{/paragraphs}}</li>{{/comments}}</ol>{{/hasComments}}
        {{^hasComments}}<p class="calm">Nobody has commented on it.</p>{{/hasComments}}</section>
        <section aria-labelledby="history"><h2 id="history">History</h2>
        <ol class="events">{{#history}}<li><time datetime="{{machineTime}}">{{time}}</time> <span>{{what}}</span></li>{{/history}}</ol></section>
        {{>framework-foot}}
        {{/body}}{{/layout}}
        """

    /// A text with what differs marked; see ``WordDifference``.
    static let words = """
        {{#pieces}}{{#isChanged}}<b>{{text}}</b>{{/isChanged}}{{^isChanged}}{{text}}{{/isChanged}}{{/pieces}}
        """
}
