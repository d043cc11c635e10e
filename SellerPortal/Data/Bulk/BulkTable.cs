using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SellerPortal.Data.Bulk;

/// <summary>A column of the model: its quoted name, its type in the database, and how a row's value is read.</summary>
internal sealed class BulkColumn(string name, string storeType, IClrPropertyGetter getter, Func<object?, object?>? convert)
{
    public string Name { get; } = name;

    public string StoreType { get; } = storeType;

    /// <summary>The value as the provider takes it; null for a missing one.</summary>
    public object? ValueOf(object row)
    {
        var value = getter.GetClrValueUsingContainingEntity(row);
        return value is null || convert is null ? value : convert(value);
    }
}

/// <summary>The quoted name of an entity's table and the columns that an insert fills, complex properties included.</summary>
internal sealed record BulkTable(string Name, IReadOnlyList<BulkColumn> Columns)
{
    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    /// <exception cref="InvalidOperationException">The type is no entity, or a column has no property in the class.</exception>
    public static BulkTable Of<T>(PortalDbContext database)
        where T : class
    {
        var entity = database.Model.FindEntityType(typeof(T))
            ?? throw new InvalidOperationException($"{typeof(T).Name} is no entity of the model.");
        var sql = database.GetService<ISqlGenerationHelper>();
        var store = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = PropertiesOf(entity).Where(property => !IsFilledByDatabase(property)).Select(property => new BulkColumn(
            sql.DelimitIdentifier(property.GetColumnName(store)!),
            property.GetRelationalTypeMapping().StoreTypeNameBase,
            property.IsShadowProperty()
                ? throw new InvalidOperationException($"{typeof(T).Name}.{property.Name} is a column without a property; it cannot be written in bulk.")
                : property.GetGetter(),
            property.GetTypeMapping().Converter?.ConvertToProvider));
        return new BulkTable(sql.DelimitIdentifier(store.Name, store.Schema), [.. columns]);
    }

    private static IEnumerable<IProperty> PropertiesOf(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));

    private static bool IsFilledByDatabase(IProperty property) => property.GetComputedColumnSql() is not null
        || (property.ValueGenerated == ValueGenerated.OnAdd && (property.ClrType == typeof(int) || property.ClrType == typeof(long)));
}
