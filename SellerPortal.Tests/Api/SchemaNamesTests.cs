using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Platform.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>The document of the API describes each type by its name: two of one name would share one description.</summary>
public sealed class SchemaNamesTests(TestHost host)
{
    [Fact]
    public void Schemas_OfAllTypes_HaveNamesOfTheirOwn()
    {
        var named = TypesOf(host).Select(type => (Type: type, Name: OpenApiOptions.CreateDefaultSchemaReferenceId(ApiJson.Options.GetTypeInfo(type)))).Where(one => one.Name is not null).ToList();
        Assert.Contains(named, one => one.Name == "ManifestAnswer");
        Assert.Equal([], named.GroupBy(one => one.Name).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Type.FullName))}"));
    }

    [Fact]
    public void Schemas_OfTwoTypesWithOneName_AreFound() =>
        Assert.Equal(2, Reach([typeof(Planted.One.Twin), typeof(Planted.Other.Twin)]).Select(type => OpenApiOptions.CreateDefaultSchemaReferenceId(ApiJson.Options.GetTypeInfo(type))).Count(name => name == "Twin"));

    [Fact]
    public void Addresses_InBodies_AreOfOneContract()
    {
        var lines = TypesOf(host).Where(type => type.Name.EndsWith("Request", StringComparison.Ordinal)).Select(type => type.GetProperty("Line1")).OfType<PropertyInfo>().ToList();
        Assert.True(lines.Count >= 3, "The addresses of bodies have another name.");
        Assert.Single(lines.Select(line => line.DeclaringType).Distinct());
    }

    /// <summary>All types of bodies and answers, and those that they hold.</summary>
    internal static IReadOnlyCollection<Type> TypesOf(TestHost host) => Reach(host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith(ApiRoutes.Root[1..], StringComparison.Ordinal) == true)
        .SelectMany(endpoint => endpoint.Metadata)
        .Select(metadata => metadata switch
        {
            IAcceptsMetadata accepts => accepts.RequestType,
            IProducesResponseTypeMetadata answer => answer.Type,
            _ => null,
        })
        .OfType<Type>()
        .Where(type => type != typeof(void)));

    private static HashSet<Type> Reach(IEnumerable<Type> from)
    {
        var found = new HashSet<Type>();
        var waiting = new Queue<Type>(from);
        while (waiting.TryDequeue(out var next))
        {
            var type = Nullable.GetUnderlyingType(next) ?? next;
            if (!found.Add(type)) continue;
            var info = ApiJson.Options.GetTypeInfo(type);
            if (info.ElementType is { } element) waiting.Enqueue(element);
            if (info.Kind != JsonTypeInfoKind.Object) continue;
            foreach (var property in info.Properties) waiting.Enqueue(property.PropertyType);
        }

        return found;
    }

    private static class Planted
    {
        internal static class One
        {
            internal sealed record Twin(int Number);
        }

        internal static class Other
        {
            internal sealed record Twin(string Text);
        }
    }
}
