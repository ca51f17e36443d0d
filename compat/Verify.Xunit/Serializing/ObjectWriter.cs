using System.Collections;
using System.Reflection;

namespace VerifyTests;

/// <summary>Writes an object's public fields and properties: nulls, zeros and empty collections are left out, dictionaries sorted by key.</summary>
internal sealed class ObjectWriter(VerifySettings settings, Counter counter, TextScrubber scrubber)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public;

    private readonly RelaxedJson json = new();
    private readonly HashSet<object> open = new(ReferenceEqualityComparer.Instance);

    public string Write(object? value)
    {
        WriteValue(value);
        return json.ToString();
    }

    private void WriteValue(object? value)
    {
        if (value is null)
            json.Value("null");
        else if (value is string text)
            json.Value(ScrubText(text));
        else if (ScalarText.Of(value, settings, counter) is { } scalar)
            json.Value(scalar);
        else
            WriteContainer(value);
    }

    private void WriteContainer(object value)
    {
        open.Add(value);
        var isList = value is IEnumerable and not IDictionary;
        json.Open(isList ? '[' : '{');
        if (value is IDictionary dictionary)
            WriteEntries(dictionary);
        else if (value is IEnumerable items)
            WriteItems(items);
        else
            WriteMembers(value);
        json.Close(isList ? ']' : '}');
        open.Remove(value);
    }

    private void WriteEntries(IDictionary dictionary)
    {
        var keys = dictionary.Keys.Cast<object>().ToList();
        foreach (var key in keys.TrueForAll(key => key is IComparable) ? keys.OrderBy(key => key) : keys.AsEnumerable())
        {
            var value = dictionary[key];
            if (value is not null && (open.Contains(value) || IsEmptyCollection(value)))
                continue;

            json.Name(key is string text ? ScrubText(text) : ScalarText.Of(key, settings, counter) ?? key.ToString()!);
            WriteValue(value);
        }
    }

    private void WriteItems(IEnumerable items)
    {
        foreach (var item in items)
        {
            if (item is null || !open.Contains(item))
                WriteValue(item);
        }
    }

    private void WriteMembers(object value)
    {
        var type = value.GetType();
        foreach (var field in type.GetFields(Members))
            WriteMember(field.Name, field.FieldType, field.GetValue(value));
        foreach (var property in type.GetProperties(Members).Where(property => property.CanRead && property.GetIndexParameters().Length == 0))
            WriteMember(property.Name, property.PropertyType, property.GetValue(value));
    }

    private void WriteMember(string name, Type type, object? value)
    {
        if (value is null or Stream || IsDefault(type, value) || IsEmptyCollection(value) || open.Contains(value))
            return;

        json.Name(name);
        WriteValue(value);
    }

    private static bool IsDefault(Type type, object value) =>
        type.IsValueType && type != typeof(bool) && Nullable.GetUnderlyingType(type) is null && value.Equals(Activator.CreateInstance(type));

    private static bool IsEmptyCollection(object value) =>
        value is not string && value is IEnumerable items && !items.Cast<object?>().Any();

    private string ScrubText(string text) =>
        text.Length == 0 ? text
        : settings.ScrubGuidValues && Guid.TryParse(text, out var guid) ? counter.Name(guid)
        : scrubber.ScrubMember(text);
}
