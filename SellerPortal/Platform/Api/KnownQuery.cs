using System.Reflection;
using System.Text.Json;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Refuses a query with names that the endpoint does not know: a list that shows more than was asked for misleads a program.</summary>
internal static class KnownQuery
{
    private const int LongestShown = 40;

    /// <summary>The parameters of an endpoint, those that stand in a record among them.</summary>
    public static IEnumerable<ParameterInfo> ParametersOf(MethodInfo method) => method.GetParameters().SelectMany(parameter =>
        parameter.IsDefined(typeof(AsParametersAttribute)) ? parameter.ParameterType.GetConstructors()[0].GetParameters() : [parameter]);

    /// <summary>Puts the refusal before an endpoint.</summary>
    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var texts = ParametersOf(context.MethodInfo).Where(IsText).Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)).ToList();
        return call =>
        {
            var request = call.HttpContext.Request;
            if (request.Query.Count == 0) return next(call);
            var known = texts.Where(name => !request.RouteValues.ContainsKey(name)).ToList();
            var unknown = request.Query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(Shown).ToList();
            if (unknown.Count == 0) return next(call);
            var remedy = known.Count == 0 ? "Leave it out." : $"Use only {string.Join(", ", known)}.";
            return ValueTask.FromResult<object?>(Problems.Invalid(
                [.. unknown.Select(name => new Problems.FieldFault($"?{name}", "unknown_parameter", $"The query has no parameter {name} here.", remedy))]));
        };
    }

    /// <summary>True for what can stand in a query, or in a path.</summary>
    private static bool IsText(ParameterInfo parameter) =>
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is var type && (type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(bool));

    private static string Shown(string name) => name.Length <= LongestShown ? name : name[..LongestShown] + "…";
}
