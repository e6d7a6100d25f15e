// The same work in plain C: columns, two passes, integers turned into doubles. Reads the workload from the file argv[1], then for each
// line on standard input evaluates once and prints the milliseconds; "w" writes the results to argv[2].
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define INDICATORS 7

static int32_t county_stages, rows;
static int32_t *offsets, *pupils, *amounts[INDICATORS];
static double times[2][INDICATORS], reach[2][INDICATORS], least[2][INDICATORS], limits[2][INDICATORS];
static double *means, *cvs;
static uint8_t *reached, *above, *verdicts;
static int32_t *passed;

static void evaluate(void) {
  for (int32_t c = 0; c < county_stages; c += 1) {
    int32_t from = offsets[c], to = offsets[c + 1], stage = c & 1, pass = 0;
    int balanced = 1;
    double all = 0;
    for (int32_t r = from; r < to; r += 1) {
      all += pupils[r];
      reached[r] = 0;
      above[r] = 0;
    }
    for (int i = 0; i < INDICATORS; i += 1) {
      const int32_t *x = amounts[i];
      double t = times[stage][i], a = reach[stage][i], f = least[stage][i], sum = 0, deviations = 0;
      for (int32_t r = from; r < to; r += 1) {
        double p = pupils[r], y = x[r] * t;
        sum += x[r];
        reached[r] |= (y >= a * p) << i;
        above[r] |= (y >= f * p) << i;
      }
      double mean = sum / all;
      for (int32_t r = from; r < to; r += 1) {
        double p = pupils[r], d = x[r] - mean * p;
        deviations += d * d / p;
      }
      double cv = sqrt(deviations / all) / mean;
      means[c * INDICATORS + i] = mean;
      cvs[c * INDICATORS + i] = cv;
      balanced &= cv <= limits[stage][i];
    }
    for (int32_t r = from; r < to; r += 1) pass += __builtin_popcount(reached[r]) >= 6 && above[r] == 127;
    passed[c] = pass;
    verdicts[c] = balanced && pass == to - from;
  }
}

static void *take(FILE *file, size_t bytes) {
  void *memory = malloc(bytes);
  if (memory == NULL || fread(memory, 1, bytes, file) != bytes) exit(2);
  return memory;
}

static void rules(FILE *file, double into[2][INDICATORS]) {
  if (fread(into, sizeof(double), 2 * INDICATORS, file) != 2 * INDICATORS) exit(2);
}

int main(int count, char **arguments) {
  FILE *file = count == 3 ? fopen(arguments[1], "rb") : NULL;
  int32_t head[2];
  if (file == NULL || fread(head, 4, 2, file) != 2) return 2;
  county_stages = head[0];
  rows = head[1];
  rules(file, times);
  rules(file, reach);
  rules(file, least);
  rules(file, limits);
  offsets = take(file, 4 * (size_t)(county_stages + 1));
  pupils = take(file, 4 * (size_t)rows);
  for (int i = 0; i < INDICATORS; i += 1) amounts[i] = take(file, 4 * (size_t)rows);
  fclose(file);
  means = malloc(8 * (size_t)county_stages * INDICATORS);
  cvs = malloc(8 * (size_t)county_stages * INDICATORS);
  reached = malloc(rows);
  above = malloc(rows);
  passed = malloc(4 * (size_t)county_stages);
  verdicts = malloc(county_stages);
  char line[16];
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (strcmp(line, "w\n") == 0) {
      FILE *out = fopen(arguments[2], "wb");
      if (out == NULL) return 2;
      fwrite(means, 8, (size_t)county_stages * INDICATORS, out);
      fwrite(cvs, 8, (size_t)county_stages * INDICATORS, out);
      fwrite(reached, 1, rows, out);
      fwrite(above, 1, rows, out);
      fwrite(passed, 4, county_stages, out);
      fwrite(verdicts, 1, county_stages, out);
      fclose(out);
      puts("0");
    } else {
      struct timespec before, after;
      clock_gettime(CLOCK_MONOTONIC, &before);
      evaluate();
      clock_gettime(CLOCK_MONOTONIC, &after);
      printf("%.6f\n", (after.tv_sec - before.tv_sec) * 1e3 + (after.tv_nsec - before.tv_nsec) / 1e6);
    }
    fflush(stdout);
  }
  return 0;
}
