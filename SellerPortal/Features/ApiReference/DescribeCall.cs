using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiReference;

/// <summary>What the document says of one call beyond its types: the key it needs and its scope, its headers, an example.</summary>
internal sealed class DescribeCall : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().FirstOrDefault()?.Policy is { } scope && !metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DescribeApi.KeyScheme, context.Document)] = [scope] }];
            if (ApiScopes.OfPartners.Contains(scope, StringComparer.Ordinal))
            {
                operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DescribeApi.TokenScheme, context.Document)] = [scope] });
            }

            operation.Description = $"{operation.Description}\n\nNeeds the scope `{scope}`.".Trim();
        }

        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter is { In: ParameterLocation.Query, Name: not null }))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        if (metadata.OfType<NeedsIdempotencyKey>().Any())
        {
            var key = Header(IdempotencyKey.Header, "New for each wish, the same when you ask again.", IdempotencyKey.Longest);
            key.Required = true;
            operation.Parameters.Add(key);
        }

        if (metadata.OfType<ActsForSeller>().Any()) operation.Parameters.Add(Header(PartnerAccess.SellerHeader, "Partners only: the id of the seller for which the call is.", longest: 36));
        if (operation.Responses?.ContainsKey("412") == true) operation.Parameters.Add(Header("If-Match", "The ETag that the change is made for; left out, the change is made for whatever there is.", longest: 255));
        if (metadata.OfType<BodyExample>().FirstOrDefault() is { } example && operation.RequestBody?.Content?.TryGetValue(Json, out var body) == true && body is OpenApiMediaType described)
        {
            described.Example = JsonNode.Parse(example.Json);
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, string description, int longest) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest },
    };
}
