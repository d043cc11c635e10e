using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SellerPortal.Platform.Api;

namespace SellerPortal.Features.ApiReference;

/// <summary>What the document says of one call beyond its types: the key it needs and its scope.</summary>
internal sealed class DescribeCall : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().FirstOrDefault()?.Policy is { } scope && !metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DescribeApi.KeyScheme, context.Document)] = [] }];
            operation.Description = $"{operation.Description}\n\nNeeds the scope `{scope}`.".Trim();
        }

        if (metadata.OfType<NeedsIdempotencyKey>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKey.Header,
                In = ParameterLocation.Header,
                Required = true,
                Description = "New for each wish, the same when you ask again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.Longest },
            });
        }

        return Task.CompletedTask;
    }
}
