namespace SellerPortal.Platform.Api;

/// <summary>
/// Lets the answer of a call be written to its end, also when its caller hangs up: half of it would be kept for whoever asks
/// again.
/// </summary>
internal sealed class UnbrokenCall : IDisposable
{
    private readonly HttpContext http;
    private readonly CancellationToken caller;

    public UnbrokenCall(EndpointFilterInvocationContext context)
    {
        http = context.HttpContext;
        caller = http.RequestAborted;
        http.RequestAborted = CancellationToken.None;
    }

    /// <summary>From here on the request knows again whether its caller listens.</summary>
    public void Dispose() => http.RequestAborted = caller;
}
