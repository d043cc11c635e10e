using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SellerPortal.Features.ApiReference;

/// <summary>What may be null is not required: the API leaves it out of its answers, and callers may leave it out of theirs.</summary>
internal sealed class DescribeMembers : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Required is not { Count: > 0 } required) return Task.CompletedTask;
        foreach (var property in context.JsonTypeInfo.Properties.Where(property => property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null)) required.Remove(property.Name);
        return Task.CompletedTask;
    }
}
