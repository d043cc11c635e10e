using System.Net;
using System.Text.RegularExpressions;

namespace SellerPortal.Tests.Support;

/// <summary>A visitor without JavaScript: keeps cookies, reads pages, and sends forms back with their hidden fields.</summary>
public sealed partial class SiteVisit(HttpClient client)
{
    /// <summary>The last answer.</summary>
    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>The last page, as text with its entities resolved.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Where the last answer sends on to, without the host; null when it does not.</summary>
    public string? SentTo => Answer.Headers.Location is { } target ? (target.IsAbsoluteUri ? target.PathAndQuery : target.OriginalString) : null;

    public async Task<SiteVisit> OpenAsync(string url)
    {
        await ReadAsync(await client.GetAsync(url, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Opens a page and sends its form: the hidden fields as they are, the others as given.</summary>
    public async Task<SiteVisit> SendAsync(string url, string handler, params (string Name, string Value)[] fields)
    {
        await OpenAsync(url);
        return await SendAgainAsync(url, handler, fields);
    }

    /// <summary>Sends a form of the page that is open.</summary>
    public async Task<SiteVisit> SendAgainAsync(string url, string handler, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Page).Select(match => match.Value).Single(html => html.Contains($"value=\"{handler}\"", StringComparison.Ordinal));
        var values = Hidden().Matches(form).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        foreach (var (name, value) in fields) values[name] = value;
        return await PostAsync(url, [.. values.Select(field => (field.Key, field.Value))]);
    }

    /// <summary>Sends nothing but the given fields.</summary>
    public async Task<SiteVisit> PostAsync(string url, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        await ReadAsync(await client.PostAsync(url, content, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Follows the last answer.</summary>
    public Task<SiteVisit> FollowAsync() => OpenAsync(SentTo ?? throw new InvalidOperationException($"The answer {Answer.StatusCode} sends nowhere: {Page}"));

    /// <summary>The sentence at a field, or null.</summary>
    public string? FaultAt(string field) =>
        Regex.Match(Page, $"id=\"{field}-fault\">(?:<svg.*?</svg>)?(?<sentence>[^<]*)<", RegexOptions.Singleline, TimeSpan.FromSeconds(5)) is { Success: true } match
            ? match.Groups["sentence"].Value.Trim()
            : null;

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        Page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 5_000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, 5_000)]
    private static partial Regex Hidden();
}
