namespace SellerPortal.Platform.Api;

/// <summary>
/// Lets a call that creates something go on to its end, also when its caller hangs up: half of the work, or half of an
/// answer, would be kept for whoever asks again. The endpoint and its result are given tokens that nobody cancels.
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
        for (var i = 0; i < context.Arguments.Count; i++)
        {
            if (context.Arguments[i] is CancellationToken) context.Arguments[i] = CancellationToken.None;
        }
    }

    /// <summary>From here on the request knows again whether its caller listens.</summary>
    public void Dispose() => http.RequestAborted = caller;
}
