using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Sends one message to one receiver and says how it went. It follows no redirect, keeps no cookie, uses no proxy, reads
/// no more of the answer than the log shows, and takes no longer than the time limit.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private const int MostRead = 4 * 1024;
    private static readonly HttpRequestOptionsKey<WebhookPace> Pace = new(nameof(Pace));
    private readonly WebhookOptions options;
    private readonly WebhookSecrets secrets;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public WebhookSender(IOptions<WebhookOptions> options, WebhookSecrets secrets, NameResolver names, TimeProvider time)
    {
        (this.options, this.secrets, this.time) = (options.Value, secrets, time);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = (context, token) => GuardedConnection.OpenAsync(context.DnsEndPoint, names, PaceOf(context.InitialRequestMessage), this.options.AllowPrivateAddresses, token),
            // Otherwise an attempt to connect outlives the message that it is made for.
            ConnectTimeout = this.options.TimeLimit,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            // A receiver has no business knowing the portal's traces.
            ActivityHeadersPropagator = null,
            SslOptions = { CertificateChainPolicy = OnlyWhatIsShown() },
        };
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends, signed with the endpoint's secrets of the moment.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="message">The message's id.</param>
    /// <param name="body">The message's body.</param>
    /// <param name="stopping">Ends the attempt.</param>
    /// <param name="pace">How soon the receiver answers, as far as is known.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> ended the attempt.</exception>
    public async Task<WebhookOutcome> SendAsync(WebhookEndpoint endpoint, Guid message, string body, CancellationToken stopping, WebhookPace pace = WebhookPace.Unknown)
    {
        var begun = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(options.TimeLimit);
        WebhookOutcome attempt;
        try
        {
            attempt = await SendAsync(endpoint, message, body, pace, limit.Token);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            attempt = new WebhookOutcome(Status: null, TroubleOf(fault), Answer: null, DurationMs: 0);
        }

        return attempt with { DurationMs = (int)Stopwatch.GetElapsedTime(begun).TotalMilliseconds };
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<WebhookOutcome> SendAsync(WebhookEndpoint endpoint, Guid message, string body, WebhookPace pace, CancellationToken limit)
    {
        var url = new Uri(endpoint.Url);
        if (url.Scheme != Uri.UriSchemeHttps && !options.AllowHttp) throw new BlockedAddressException();
        var now = time.GetUtcNow();
        var bytes = Encoding.UTF8.GetBytes(body);
        var (id, timestamp) = (WebhookMessage.PublicId(message), now.ToUnixTimeSeconds());
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(bytes) };
        request.Options.Set(Pace, pace);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd("SellerPortal-Webhooks/1");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Sign(endpoint.SigningSecrets(now).Select(secrets.Unprotect), id, timestamp, bytes));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
        var wait = response.Headers.RetryAfter;
        return new WebhookOutcome((int)response.StatusCode, Trouble: null, await BeginningAsync(response, limit), DurationMs: 0)
        {
            RetryAfter = wait?.Delta ?? (wait?.Date is { } date && date > now ? date - now : null),
        };
    }

    private static WebhookPace PaceOf(HttpRequestMessage request) => request.Options.TryGetValue(Pace, out var pace) ? pace : WebhookPace.Unknown;

    /// <summary>
    /// A certificate names addresses where its issuer's and a list of revoked ones are to be had. They are the receiver's
    /// words, lead anywhere, and would be asked past the check of addresses: so nothing is fetched, and the receiver shows its whole chain.
    /// </summary>
    private static X509ChainPolicy OnlyWhatIsShown() => new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>The status has been said; an answer that breaks off or never ends changes nothing about it.</summary>
    private static async Task<string?> BeginningAsync(HttpResponseMessage response, CancellationToken limit)
    {
        var buffer = new byte[MostRead];
        var read = 0;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(limit);
            while (read < buffer.Length && await stream.ReadAsync(buffer.AsMemory(read), limit) is > 0 and var more) read += more;
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or OperationCanceledException)
        {
            // What came before is enough.
        }

        return Readable(Encoding.UTF8.GetString(buffer, 0, read));
    }

    /// <summary>One line without control characters, cut where the log ends.</summary>
    private static string? Readable(string text)
    {
        var line = new StringBuilder(WebhookAttempt.LongestAnswer);
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > WebhookAttempt.LongestAnswer) break;
            if (!Rune.IsControl(rune)) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().Trim() is { Length: > 0 } readable ? readable : null;
    }

    private static WebhookTrouble TroubleOf(Exception fault) => fault switch
    {
        OperationCanceledException => WebhookTrouble.Timeout,
        CryptographicException or FormatException => WebhookTrouble.Secret,
        BlockedAddressException => WebhookTrouble.BlockedAddress,
        AuthenticationException => WebhookTrouble.Tls,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => WebhookTrouble.UnknownHost,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.HttpProtocolError } => WebhookTrouble.BadAnswer,
        HttpRequestException { InnerException: { } inner } => TroubleOf(inner),
        _ => WebhookTrouble.NoConnection,
    };
}
