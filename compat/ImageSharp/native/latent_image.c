/* PNG by libpng and JPEG by libjpeg-turbo, on memory: every call returns 0, or 1 with a message. */
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#define EXPORT __attribute__((visibility("default")))
#define MESSAGE_SIZE 256

typedef struct {
    uint32_t width;
    uint32_t height;
    int32_t channels; /* 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha */
    int32_t depth;    /* bits a channel: 8, or 16 in the machine's order */
} image_info;

static void set_message(char *message, const char *text)
{
    snprintf(message, MESSAGE_SIZE, "%s", text);
}

/* ---- PNG ---- */

typedef struct {
    const uint8_t *data;
    size_t size;
    size_t position;
} byte_source;

typedef struct {
    uint8_t *data;
    size_t size;
    size_t capacity;
} byte_sink;

static void png_fail(png_structp png, png_const_charp text)
{
    set_message(png_get_error_ptr(png), text);
    longjmp(png_jmpbuf(png), 1);
}

static void png_ignore(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void png_pull(png_structp png, png_bytep target, png_size_t count)
{
    byte_source *source = png_get_io_ptr(png);
    if (count > source->size - source->position)
        png_error(png, "Unexpected end of data.");
    memcpy(target, source->data + source->position, count);
    source->position += count;
}

static void png_push(png_structp png, png_bytep data, png_size_t count)
{
    byte_sink *sink = png_get_io_ptr(png);
    if (count > sink->capacity - sink->size) {
        size_t capacity = 2 * sink->capacity + count + 4096;
        uint8_t *grown = realloc(sink->data, capacity);
        if (grown == NULL)
            png_error(png, "Out of memory.");
        sink->data = grown;
        sink->capacity = capacity;
    }
    memcpy(sink->data + sink->size, data, count);
    sink->size += count;
}

static void png_flush_nothing(png_structp png)
{
    (void)png;
}

/* Reads the header and asks for whole bytes: palettes, small depths and transparent colours become plain channels. */
static void png_start(png_structp png, png_infop info, image_info *result)
{
    png_set_user_limits(png, 1000000, 1000000);
    png_set_chunk_cache_max(png, 128);
    png_set_chunk_malloc_max(png, 8000000);
    png_read_info(png, info);
    png_set_expand(png);
    if (png_get_bit_depth(png, info) == 16)
        png_set_swap(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    result->width = png_get_image_width(png, info);
    result->height = png_get_image_height(png, info);
    result->channels = png_get_channels(png, info);
    result->depth = png_get_bit_depth(png, info);
}

static int png_run(const uint8_t *data, size_t size, image_info *result, uint8_t *pixels, size_t capacity, char *message)
{
    byte_source source = {data, size, 0};
    png_infop info = NULL;
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, png_fail, png_ignore);
    if (png == NULL) {
        set_message(message, "Out of memory.");
        return 1;
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return 1;
    }
    info = png_create_info_struct(png);
    png_set_read_fn(png, &source, png_pull);
    png_start(png, info, result);
    if (pixels != NULL) {
        size_t stride = png_get_rowbytes(png, info);
        int passes = png_get_interlace_type(png, info) == PNG_INTERLACE_ADAM7 ? 7 : 1;
        if (stride * result->height > capacity)
            png_error(png, "The picture is larger than its header says.");
        for (int pass = 0; pass < passes; pass++)
            for (uint32_t y = 0; y < result->height; y++)
                png_read_row(png, pixels + y * stride, NULL);
    }
    png_destroy_read_struct(&png, &info, NULL);
    return 0;
}

EXPORT int latent_png_info(const uint8_t *data, size_t size, image_info *result, char *message)
{
    return png_run(data, size, result, NULL, 0, message);
}

EXPORT int latent_png_read(const uint8_t *data, size_t size, uint8_t *pixels, size_t capacity, char *message)
{
    image_info result;
    return png_run(data, size, &result, pixels, capacity, message);
}

EXPORT int latent_png_write(const uint8_t *pixels, const image_info *image, int level, uint8_t **result, size_t *length, char *message)
{
    static const int colour_types[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA};
    byte_sink sink = {NULL, 0, 0};
    png_infop info = NULL;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, png_fail, png_ignore);
    if (png == NULL) {
        set_message(message, "Out of memory.");
        return 1;
    }
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        free(sink.data);
        return 1;
    }
    info = png_create_info_struct(png);
    png_set_write_fn(png, &sink, png_push, png_flush_nothing);
    png_set_compression_level(png, level);
    png_set_IHDR(png, info, image->width, image->height, image->depth, colour_types[image->channels - 1],
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    if (image->depth == 16)
        png_set_swap(png);
    size_t stride = (size_t)image->width * image->channels * (image->depth / 8);
    for (uint32_t y = 0; y < image->height; y++)
        png_write_row(png, pixels + y * stride);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    *result = sink.data;
    *length = sink.size;
    return 0;
}

/* ---- JPEG ---- */

typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf escape;
    char *message;
} jpeg_failure;

static void jpeg_fail(j_common_ptr common)
{
    char text[JMSG_LENGTH_MAX];
    jpeg_failure *failure = (jpeg_failure *)common->err;
    common->err->format_message(common, text);
    set_message(failure->message, text);
    longjmp(failure->escape, 1);
}

static void jpeg_ignore(j_common_ptr common, int level)
{
    (void)common;
    (void)level;
}

static void jpeg_guard(jpeg_failure *failure, char *message)
{
    jpeg_std_error(&failure->base);
    failure->base.error_exit = jpeg_fail;
    failure->base.emit_message = jpeg_ignore;
    failure->message = message;
}

/* Ink as Adobe programs store it: inverted, so that channels multiply. */
static void cmyk_to_rgb(const uint8_t *ink, uint8_t *rgb, uint32_t width)
{
    for (uint32_t x = 0; x < width; x++, ink += 4, rgb += 3)
        for (int c = 0; c < 3; c++)
            rgb[c] = (uint8_t)((ink[c] * ink[3] + 127) / 255);
}

static void jpeg_rows(struct jpeg_decompress_struct *jpeg, uint8_t *pixels, size_t stride, uint8_t *ink)
{
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *target = pixels + jpeg->output_scanline * stride;
        JSAMPROW row = ink != NULL ? ink : target;
        jpeg_read_scanlines(jpeg, &row, 1);
        if (ink != NULL)
            cmyk_to_rgb(ink, target, jpeg->output_width);
    }
}

static int jpeg_run(const uint8_t *data, size_t size, image_info *result, uint8_t *pixels, size_t capacity, char *message)
{
    struct jpeg_decompress_struct jpeg;
    jpeg_failure failure;
    uint8_t *volatile ink = NULL;
    memset(&jpeg, 0, sizeof jpeg);
    jpeg_guard(&failure, message);
    jpeg.err = &failure.base;
    if (setjmp(failure.escape)) {
        jpeg_destroy_decompress(&jpeg);
        free(ink);
        return 1;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, data, size);
    jpeg_read_header(&jpeg, TRUE);
    result->width = jpeg.image_width;
    result->height = jpeg.image_height;
    result->channels = jpeg.num_components == 1 ? 1 : 3;
    result->depth = 8;
    if (pixels != NULL) {
        size_t stride = (size_t)result->width * result->channels;
        jpeg.out_color_space = jpeg.num_components == 1 ? JCS_GRAYSCALE : jpeg.num_components == 4 ? JCS_CMYK : JCS_RGB;
        jpeg.dct_method = JDCT_FLOAT;
        jpeg.do_fancy_upsampling = FALSE;
        jpeg_start_decompress(&jpeg);
        if (stride * result->height > capacity) {
            set_message(message, "The picture is larger than its header says.");
            longjmp(failure.escape, 1);
        }
        if (jpeg.out_color_space == JCS_CMYK)
            ink = malloc((size_t)result->width * 4);
        jpeg_rows(&jpeg, pixels, stride, ink);
        jpeg_abort_decompress(&jpeg);
    }
    jpeg_destroy_decompress(&jpeg);
    free(ink);
    return 0;
}

EXPORT int latent_jpeg_info(const uint8_t *data, size_t size, image_info *result, char *message)
{
    return jpeg_run(data, size, result, NULL, 0, message);
}

EXPORT int latent_jpeg_read(const uint8_t *data, size_t size, uint8_t *pixels, size_t capacity, char *message)
{
    image_info result;
    return jpeg_run(data, size, &result, pixels, capacity, message);
}

EXPORT int latent_jpeg_write(const uint8_t *pixels, const image_info *image, int quality, int full_colour, uint8_t **result, size_t *length, char *message)
{
    struct jpeg_compress_struct jpeg;
    jpeg_failure failure;
    unsigned char *output = NULL;
    unsigned long output_size = 0;
    memset(&jpeg, 0, sizeof jpeg);
    jpeg_guard(&failure, message);
    jpeg.err = &failure.base;
    if (setjmp(failure.escape)) {
        jpeg_destroy_compress(&jpeg);
        return 1;
    }
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &output, &output_size);
    jpeg.image_width = image->width;
    jpeg.image_height = image->height;
    jpeg.input_components = image->channels;
    jpeg.in_color_space = image->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    if (full_colour && image->channels == 3)
        jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = (JSAMPROW)(pixels + (size_t)jpeg.next_scanline * image->width * image->channels);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    *result = output;
    *length = output_size;
    return 0;
}

EXPORT void latent_image_free(uint8_t *data)
{
    free(data);
}
