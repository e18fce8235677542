extension Templates {
    /// A form that unfolds; see ``PageForm``.
    static let form = """
        <details class="form"{{#isOpen}} open{{/isOpen}}><summary>{{summary}}</summary>
        {{#.note}}<p class="note">{{.}}</p>{{/.note}}
        <form method="post" action="{{action}}">{{#fields}}{{#isHidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/isHidden}}{{^isHidden}}<p><label for="{{id}}">{{label}}{{^isRequired}} <span class="calm">(optional)</span>{{/isRequired}}</label>{{#.hint}}<span class="remark" id="{{id}}-hint">{{.}}</span>{{/.hint}}
        {{#isArea}}<textarea id="{{id}}" name="{{name}}" rows="3" maxlength="{{most}}"{{#isRequired}} required{{/isRequired}}{{#isRefused}} aria-invalid="true"{{/isRefused}}{{#.hint}} aria-describedby="{{id}}-hint"{{/.hint}}>{{value}}</textarea>{{/isArea}}{{#isChoice}}<select id="{{id}}" name="{{name}}"{{#isRefused}} aria-invalid="true"{{/isRefused}}{{#.hint}} aria-describedby="{{id}}-hint"{{/.hint}}>{{#options}}<option value="{{value}}"{{#isSelected}} selected{{/isSelected}}>{{label}}</option>{{/options}}</select>{{/isChoice}}{{^isArea}}{{^isChoice}}<input id="{{id}}" name="{{name}}" type="{{type}}" value="{{value}}" maxlength="{{most}}" autocomplete="off"{{#isRequired}} required{{/isRequired}}{{#isRefused}} aria-invalid="true"{{/isRefused}}{{#.hint}} aria-describedby="{{id}}-hint"{{/.hint}}>{{/isChoice}}{{/isArea}}</p>{{/isHidden}}{{/fields}}
        <p><button>{{button}}</button></p></form></details>
        """
}
