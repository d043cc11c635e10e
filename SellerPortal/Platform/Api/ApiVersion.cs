using Microsoft.Net.Http.Headers;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>The version of what is answered, as an ETag, so that two who change it at once do not write over each other.</summary>
public static class ApiVersion
{
    /// <summary>Marks the answer with its version.</summary>
    public static void Tag(HttpResponse response, Guid version) => response.GetTypedHeaders().ETag = TagOf(version);

    /// <summary>True when the call names a version in If-Match.</summary>
    public static bool IsNamed(HttpRequest request) => request.Headers.IfMatch.Count > 0;

    /// <summary>412 when the call names another version in If-Match than the present one, 400 when it cannot be read; null when it may go on.</summary>
    /// <param name="request">The call.</param>
    /// <param name="version">The present version, as it was read a moment ago.</param>
    /// <param name="seen">The version that what is saved must still have; null when the call names none.</param>
    public static IResult? Refuse(HttpRequest request, Guid version, out Guid? seen)
    {
        seen = null;
        if (request.Headers.IfMatch is not { Count: > 0 } sent) return null;
        if (!EntityTagHeaderValue.TryParseStrictList(sent.ToArray()!, out var wanted) || wanted.Count == 0)
        {
            return Problems.Invalid(new Problems.FieldFault("If-Match", "malformed", "The header If-Match holds no list of ETags.", "Send the ETag as you read it, in its quotes, or leave the header out."));
        }

        if (wanted.Any(tag => tag.Equals(EntityTagHeaderValue.Any))) return null;
        seen = version;
        return wanted.Any(tag => tag.Compare(TagOf(version), useStrongComparison: true)) ? null : Problems.PreconditionFailed();
    }

    private static EntityTagHeaderValue TagOf(Guid version) => new($"\"{version:N}\"");
}
