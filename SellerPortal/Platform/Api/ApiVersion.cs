using Microsoft.Net.Http.Headers;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>The version of what is answered, as an ETag, so that two who change it at once do not write over each other.</summary>
public static class ApiVersion
{
    /// <summary>Marks the answer with its version.</summary>
    public static void Tag(HttpResponse response, Guid version) => response.GetTypedHeaders().ETag = TagOf(version);

    /// <summary>412 when the call names another version in If-Match than the present one; null when it may go on.</summary>
    public static IResult? Refuse(HttpRequest request, Guid version)
    {
        var wanted = request.GetTypedHeaders().IfMatch;
        return wanted.Count == 0 || wanted.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(version), useStrongComparison: true))
            ? null
            : Problems.PreconditionFailed();
    }

    private static EntityTagHeaderValue TagOf(Guid version) => new($"\"{version:N}\"");
}
