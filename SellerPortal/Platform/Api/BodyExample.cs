using System.Diagnostics.CodeAnalysis;

namespace SellerPortal.Platform.Api;

/// <summary>A body that an endpoint takes, for the document of the API; the contract tests send it.</summary>
internal sealed record BodyExample(string Json);

/// <summary>Gives an endpoint an example.</summary>
public static class BodyExamples
{
    /// <summary>Shows a body in the document of the API.</summary>
    /// <param name="endpoint">An endpoint that takes one.</param>
    /// <param name="json">A call that succeeds; ids in it stand for some of the caller's own.</param>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, [StringSyntax(StringSyntaxAttribute.Json)] string json) =>
        endpoint.WithMetadata(new BodyExample(json));
}
