namespace SellerPortal.Platform.Api;

/// <summary>An answer that says where what was created stands.</summary>
internal sealed class PlacedResult(IResult answer, string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = location;
        return answer.ExecuteAsync(httpContext);
    }
}

/// <summary>Adds the place to an answer.</summary>
internal static class PlacedResults
{
    /// <summary>The answer with the header Location.</summary>
    public static IResult At(this IResult answer, string location) => new PlacedResult(answer, location);
}
