using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Json;
using Scalar.AspNetCore;
using SellerPortal.Platform;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiReference;

/// <summary>The document of the API in OpenAPI 3.1, made from the endpoints themselves, and its reference page.</summary>
public static class ApiReferenceFeature
{
    /// <summary>The name of the document.</summary>
    public const string Document = "v1";

    /// <summary>Registers the document.</summary>
    public static IServiceCollection AddApiReference(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(json => ApiJson.Configure(json.SerializerOptions));
        return services.AddOpenApi(Document, document =>
        {
            document.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiRoutes.Root[1..], StringComparison.Ordinal) == true;
            document.AddDocumentTransformer<DescribeApi>();
            document.AddOperationTransformer<DescribeCall>();
            document.AddSchemaTransformer<DescribeMembers>();
            document.AddSchemaTransformer<DescribeProblem>();
        });
    }

    /// <summary>Maps the document and its page.</summary>
    public static IEndpointRouteBuilder MapApiReference(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().RequireRateLimiting(RateLimits.Public);
        endpoints.MapScalarApiReference(PortalUrls.ApiReference, (page, context) =>
        {
            // The page starts itself with a script of its own, which no other page may have.
            var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy.Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal);
            page.WithNonce(nonce).WithTitle("Seller Portal API").WithOpenApiRoutePattern("/openapi/{documentName}.json");
            // Its toolbar, on a machine of one's own, leads to the services of its maker.
            page.DisableTelemetry().DisableAgent().DisableMcp().DisableDefaultFonts().HideDeveloperTools();
        }).AllowAnonymous().RequireRateLimiting(RateLimits.Public);
        return endpoints;
    }
}
