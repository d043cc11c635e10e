using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.ApiReference;

/// <summary>What the document says of problems beyond RFC 9457: the code, the remedy, and the fields that are wrong.</summary>
internal sealed class DescribeProblem : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type != typeof(ProblemDetails)) return;
        schema.AdditionalPropertiesAllowed = true;
        schema.Required = new HashSet<string>(["title", "status", "detail", "code", "remedy"], StringComparer.Ordinal);
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What a program decides by; it never changes." };
        schema.Properties["remedy"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What to do, one sentence." };
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "With the code invalid: everything that is wrong.",
            Items = await context.GetOrCreateSchemaAsync(typeof(Problems.FieldFault), cancellationToken: cancellationToken),
        };
    }
}
