using Microsoft.AspNetCore.Mvc;

namespace SellerPortal.Platform.Api;

/// <summary>Names, for the document of the API, a problem that a parameter of an endpoint brings with it.</summary>
internal static class ApiProblem
{
    /// <summary>The answer with a status.</summary>
    public static ProducesResponseTypeMetadata Answer(int status) => new(status, typeof(ProblemDetails), ["application/problem+json"]);
}
