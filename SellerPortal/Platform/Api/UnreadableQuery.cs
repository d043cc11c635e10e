using System.Globalization;
using System.Reflection;
using System.Text.Json;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Names the parts of a query that an endpoint could not read, because the framework refuses the call without a word.</summary>
internal static class UnreadableQuery
{
    /// <summary>The faults; none when it is not the query.</summary>
    public static IReadOnlyList<Problems.FieldFault> Of(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is { } method
        ? [.. KnownQuery.ParametersOf(method).Select(parameter => FaultOf(parameter, http.Request.Query)).OfType<Problems.FieldFault>()]
        : [];

    private static Problems.FieldFault? FaultOf(ParameterInfo parameter, IQueryCollection query)
    {
        if (parameter.Name is not { } name || !query.TryGetValue(name, out var values)) return null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var wanted = type switch
        {
            _ when type == typeof(int) => int.TryParse(values, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
            _ when type == typeof(long) => long.TryParse(values, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number",
            _ when type == typeof(bool) => bool.TryParse(values, out _) ? null : "true or false",
            _ => null,
        };
        return wanted is null ? null : new Problems.FieldFault($"?{JsonNamingPolicy.CamelCase.ConvertName(name)}", "wrong_type", $"Here stands something else than {wanted}.", $"Send {wanted}, once.");
    }
}
