using System.Collections;
using System.Globalization;
using Latent.Data;

namespace Latent.Training.Binding;

/// <summary>Binds nodes to the expected types.</summary>
internal static class NodeBinder
{
    public static object BindRecord(RecipeNode node, Type type, string path)
    {
        if (node is not RecipeMapping mapping) throw WrongType(node, path, "a mapping of keys to values");
        var shape = RecordShape.Get(type);
        var values = new Dictionary<RecordKey, object?>();
        foreach (var entry in mapping.Entries)
        {
            var key = shape.Keys.FirstOrDefault(key => key.Name == entry.Key) ?? throw UnknownKey(entry, path, shape.Names);
            values[key] = BindKey(entry.Value, key, path.Length == 0 ? key.Name : $"{path}.{key.Name}");
        }

        if (shape.Keys.FirstOrDefault(key => key.IsRequired && !values.ContainsKey(key)) is { } missing)
            throw new RecipeException(node.Position, $"missing key \"{missing.Name}\"{In(path)}.");
        var record = shape.Create(values);
        return record is IRecordCheck check && check.FindFault() is { } fault
            ? throw new RecipeException(node.Position, path.Length == 0 ? fault : $"{path} {fault}")
            : record;
    }

    public static object[] BindTogether(RecipeMapping mapping, Type[] types, string path)
    {
        var shapes = Array.ConvertAll(types, RecordShape.Get);
        var known = shapes.SelectMany(shape => shape.Names).ToArray();
        if (mapping.Entries.FirstOrDefault(entry => !known.Contains(entry.Key)) is { } stray) throw UnknownKey(stray, path, known);
        return [.. types.Zip(shapes, (type, shape) => BindRecord(mapping.Only(shape.Names), type, path))];
    }

    public static object BindScalar(RecipeNode node, Type type, string path)
    {
        var reader = ScalarReader.For(type)!;
        return (node is RecipeScalar scalar ? reader.TryRead(scalar) : null) ?? throw WrongType(node, path, reader.Description);
    }

    private static object? BindKey(RecipeNode node, RecordKey key, string path)
    {
        if (node is RecipeScalar { IsNull: true } && key.AllowsNull) return null;
        return BindValue(node, Nullable.GetUnderlyingType(key.Property.PropertyType) ?? key.Property.PropertyType, key, path);
    }

    private static object BindValue(RecipeNode node, Type type, RecordKey key, string path)
    {
        if (type.IsInstanceOfType(node)) return node;
        if (type.IsAssignableTo(typeof(RecipeMapping))) throw WrongType(node, path, "a mapping of keys to values");
        if (ScalarReader.For(type) is { } reader) return BindScalar(node, reader, key, path);
        if (ElementOf(type, typeof(IReadOnlyDictionary<,>)) is { } valueType) return BindDictionary(node, valueType, key, path);
        return ElementOf(type, typeof(IReadOnlyList<>)) is { } itemType
            ? BindList(node, itemType, key, path)
            : BindRecord(node, type, path);
    }

    private static object BindScalar(RecipeNode node, ScalarReader reader, RecordKey key, string path)
    {
        var value = node is RecipeScalar scalar ? reader.TryRead(scalar) : null;
        if (value is null) throw WrongType(node, path, reader.Description);
        if (key.Bounds.Count == 0) return value;
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return key.Bounds.All(bound => bound.Allows(number))
            ? value
            : throw new RecipeException(
                node.Position,
                $"{path} must be {string.Join(" and ", key.Bounds.Select(bound => bound.Description))}. Received: {node.Describe()}.");
    }

    private static Array BindList(RecipeNode node, Type itemType, RecordKey key, string path)
    {
        if (node is not RecipeSequence sequence) throw WrongType(node, path, "a list");
        var items = Array.CreateInstance(itemType, sequence.Items.Count);
        for (var i = 0; i < items.Length; i++)
            items.SetValue(BindValue(sequence.Items[i], itemType, key, $"{path}[{i}]"), i);
        return items;
    }

    private static IDictionary BindDictionary(RecipeNode node, Type valueType, RecordKey key, string path)
    {
        if (node is not RecipeMapping mapping) throw WrongType(node, path, "a mapping of keys to values");
        var items = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType))!;
        foreach (var entry in mapping.Entries)
            items.Add(entry.Key, BindValue(entry.Value, valueType, key, $"{path}.{entry.Key}"));
        return items;
    }

    /// <summary>Returns the last type argument of a list or dictionary type; null where the type is neither.</summary>
    private static Type? ElementOf(Type type, Type definition)
    {
        if (type.IsArray) return definition == typeof(IReadOnlyList<>) ? type.GetElementType() : null;
        return type.IsGenericType && type.GetGenericTypeDefinition() == definition ? type.GetGenericArguments()[^1] : null;
    }

    private static RecipeException UnknownKey(RecipeEntry entry, string path, IEnumerable<string> keys)
    {
        var known = keys.Order(StringComparer.Ordinal).ToArray();
        var list = known.Length == 0 ? "There are no keys here." : $"Known keys: {string.Join(", ", known)}.";
        return new(entry.KeyPosition, $"unknown key \"{entry.Key}\"{In(path)}. {NearestName.Suggest(entry.Key, known)}{list}");
    }

    private static RecipeException WrongType(RecipeNode node, string path, string expected) =>
        new(node.Position, $"{(path.Length == 0 ? "the recipe" : path)} must be {expected}. Received: {node.Describe()}.");

    private static string In(string path) => path.Length == 0 ? "" : $" in {path}";
}
