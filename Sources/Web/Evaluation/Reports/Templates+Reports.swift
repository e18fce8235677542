extension Templates {
    /// The pages of reports.
    static let reports = ["report-list": reportList, "report": report]

    /// The reports of a pilot, or the syntheses; see ``ReportList``.
    static let reportList = """
        {{<layout}}{{$title}}{{heading}}{{/title}}{{$class}} class="wide"{{/class}}{{$body}}
        {{>training-head}}
        <p class="over">{{#over}}{{>content}}{{/over}}</p>
        <h1>{{heading}}</h1>
        <p class="lead">Numbers are frozen when a report is made, and hashed; texts are written until it is final.</p>
        {{>refusal}}
        {{#.reports}}{{>table}}{{/.reports}}{{^.reports}}<p class="calm">None is made yet.</p>{{/.reports}}
        {{#.form}}{{>form}}{{/.form}}
        {{>training-foot}}
        {{/body}}{{/layout}}
        """

    /// A report; see ``ReportPage``.
    static let report = """
        {{<layout}}{{$title}}{{kind}}: {{heading}}{{/title}}{{$class}} class="wide report"{{/class}}{{$body}}
        {{>training-head}}
        {{#.listURL}}<p class="over"><a href="{{.}}">All reports</a></p>{{/.listURL}}
        <h1>{{heading}}</h1>
        <p class="origin">{{#isDraft}}<span class="state open">draft</span>{{/isDraft}}{{^isDraft}}<span class="state good">final</span>{{/isDraft}} <span class="calm">{{kind}}</span></p>
        {{>refusal}}
        {{#.gaps}}<div class="notice"><p>Not written yet: {{.}}. The report is a draft until they are.</p></div>{{/.gaps}}
        <p class="prose">{{notice}}</p>
        <dl class="facts">{{#facts}}<dt>{{name}}</dt><dd>{{value}}</dd>{{/facts}}</dl>
        <p class="screen">{{#files}}<a class="file" href="{{url}}">{{name}}</a> {{/files}}</p>
        <nav class="screen" aria-label="Sections"><ul class="jumps">{{#sections}}<li><a href="#{{id}}">{{heading}}</a></li>{{/sections}}</ul></nav>
        {{#sections}}<section aria-labelledby="{{id}}"><h2 id="{{id}}">{{heading}}</h2>
        {{#.gap}}<p class="gap"><strong>{{.}}</strong></p>{{/.gap}}
        {{#narratives}}<div class="prose written"{{#.tag}} lang="{{.}}"{{/.tag}}>{{#paragraphs}}<p>{{.}}</p>{{/paragraphs}}<p class="note">{{origin}}</p></div>{{/narratives}}
        {{#blocks}}{{#.chart}}<figure class="drawing"><figcaption>{{title}}</figcaption><div class="scroll" role="group" tabindex="0" aria-label="{{title}}">{{{svg}}}</div></figure>{{/.chart}}{{#.table}}{{>table}}{{/.table}}{{#.note}}<p class="calm">{{.}}</p>{{/.note}}{{#.dataURL}}<p class="note screen">{{omitted}} <a href="{{.}}">{{dataName}}.csv</a></p>{{/.dataURL}}{{/blocks}}
        {{#.form}}<div class="screen">{{>form}}</div>{{/.form}}</section>
        {{/sections}}
        {{#.finish}}<div class="screen">{{>form}}</div>{{/.finish}}
        {{#.shell}}{{>training-foot}}{{/.shell}}
        {{/body}}{{/layout}}
        """
}
